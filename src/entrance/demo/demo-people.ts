import type { Role } from "../../access/rules/roles.ts";
import type { Transaction } from "../../foundation/database.ts";
import { staffNames } from "../../people/server/door.ts";
import type { Built } from "../seed/build-school.ts";
import { caresFor, hasChildren, LABELS, learns, teaches } from "./demo.ru.ts";

export type DemoPerson = { login: string; personId: number; role: Role; label: string; detail: string };
/** Who of a made school stands on the sign-in page, and whose illness is shown by substitutions. */
export type Cast = { teacher: number; homeroom: number; ill: number; pupil: number; guardian: Built["guardians"][number] };

const fullest = (classes: Built["teaching"]["classes"]) => classes.reduce((best, c, i) => (c.pupils > classes[best]!.pupils ? i : best), 0);

/** The teacher with the most lessons in the fullest class who does not care for it. */
function subjectTeacher({ classes, teachers, pages }: Built["teaching"]): number {
  const full = fullest(classes);
  const inFull = pages.filter((p) => p.classNo === full && p.part === 0 && teachers[p.teacher]!.homeroomOf !== full).sort((a, b) => b.hours - a.hours);
  return inFull[0]!.teacher;
}

/** Gives the class in the subject teacher's care, when there is one, to another who teaches in it, so that the demo shows a teacher and no more. */
export function freeSubjectTeacher(teaching: Built["teaching"]): void {
  const teacher = teaching.teachers[subjectTeacher(teaching)]!;
  const classNo = teacher.homeroomOf;
  if (classNo === null) return;
  const other = teaching.pages.find((p) => p.classNo === classNo && teaching.teachers[p.teacher]!.homeroomOf === null);
  if (!other) return;
  teaching.teachers[other.teacher]!.homeroomOf = classNo;
  teacher.homeroomOf = null;
}

/**
 * Chooses the people of the demo around its fullest class: a subject teacher and the homeroom teacher of it,
 * a pupil of it whose parent has a second child in another class.
 */
export function castOf(built: Built): Cast {
  const { classes, teachers, pages } = built.teaching;
  const full = fullest(classes);
  const homeroom = teachers.findIndex((t) => t.homeroomOf === full);
  const teacher = subjectTeacher(built.teaching);
  const ill = pages.find((p) => p.classNo === full && p.part === 0 && p.hours >= 2 && p.teacher !== homeroom && p.teacher !== teacher)!.teacher;
  const classOf = (pupil: number) => built.pupils[pupil]!.classNo;
  const guardian = built.guardians.find(
    (g) => g.children.length === 2 && g.children.some((c) => classOf(c.pupil) === full) && g.children.some((c) => classOf(c.pupil) !== full),
  )!;
  return { teacher, homeroom, ill, pupil: guardian.children.find((c) => classOf(c.pupil) === full)!.pupil, guardian };
}

/** The sign-ins of the cast with what the buttons say. */
export async function demoPeople(tx: Transaction, built: Built, cast: Cast): Promise<DemoPerson[]> {
  const { heads, teacherIds, pupils, classes, teaching } = built;
  const names = await staffNames(tx, built.schoolId);
  const className = (pupil: number) => classes[pupils[pupil]!.classNo]!.name;
  const taught = teaching.pages.filter((p) => p.teacher === cast.teacher).sort((a, b) => b.hours - a.hours);
  const pupil = pupils[cast.pupil]!;
  const { guardian } = cast;
  const staff = (login: string, role: Role, label: string, personId: number, detail?: string): DemoPerson => ({
    login,
    role,
    label,
    personId,
    detail: detail ?? names.get(personId)!,
  });
  const teacherId = teacherIds[cast.teacher]!;
  const homeroomId = teacherIds[cast.homeroom]!;
  return [
    staff(
      "uchitel",
      "subject_teacher",
      LABELS.teacher,
      teacherId,
      teaches(names.get(teacherId)!, taught[0]!.subject, [...new Set(taught.map((p) => classes[p.classNo]!.name))].join(", ")),
    ),
    staff(
      "klassruk",
      "homeroom_teacher",
      LABELS.homeroom,
      homeroomId,
      caresFor(names.get(homeroomId)!, classes[teaching.teachers[cast.homeroom]!.homeroomOf!]!.name),
    ),
    staff("zavuch", "deputy_studies", LABELS.deputy, heads.deputy),
    staff("direktor", "director", LABELS.director, heads.director),
    staff("admin", "journal_admin", LABELS.admin, heads.administrator),
    staff("sekretar", "secretary", LABELS.secretary, heads.secretary),
    {
      login: "uchenik",
      role: "pupil",
      label: LABELS.pupil,
      personId: pupil.pupilId,
      detail: learns(`${pupil.givenName} ${pupil.surname}`, className(cast.pupil)),
    },
    {
      login: "roditel",
      role: "guardian",
      label: LABELS.parent,
      personId: guardian.personId,
      detail: hasChildren(
        `${guardian.givenName} ${guardian.patronymic}`,
        guardian.children.map((c) => learns(pupils[c.pupil]!.givenName!, className(c.pupil))),
      ),
    },
  ];
}

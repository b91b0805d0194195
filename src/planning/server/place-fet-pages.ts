import type { Transaction } from "../../foundation/database.ts";
import { withClassNamesRu } from "../../people/rules/class-name.ru.ts";
import { addClasses, addGroups } from "../../people/server/door.ts";
import { addPages, addSubjects } from "../../timetable/server/door.ts";
import { groupKey } from "../rules/fet-pages.ts";
import type { FetPlan } from "../rules/fet-plan.ts";

/** A class whose name tells no grade. */
const NO_GRADE = 0;

/** Classes, groups, subjects and pages of a plan; the pages' numbers in the order of the plan. */
export async function placePages(
  tx: Transaction,
  schoolId: number,
  year: number,
  plan: FetPlan,
  subjects: readonly string[],
): Promise<{ ids: number[]; created: { classes: number; groups: number; pages: number } }> {
  const named = plan.classes.map(({ name, gradeLevel, letter }) => ({
    gradeLevel: gradeLevel ?? NO_GRADE,
    letter,
    name: withClassNamesRu(name),
  }));
  const classes = await addClasses(tx, schoolId, year, named);
  const classOf = new Map(plan.classes.map(({ name, gradeLevel }, i) => [name, { ...classes[i]!, gradeLevel: gradeLevel ?? NO_GRADE }]));

  const groups = await addGroups(
    tx,
    schoolId,
    year,
    plan.groups.map((group) =>
      group.kind === "subgroup"
        ? { kind: "subgroup", classId: classOf.get(group.className)!.classId, name: withClassNamesRu(group.name) }
        : { kind: "stream", classIds: group.classNames.map((name) => classOf.get(name)!.classId), name: withClassNamesRu(group.name), whole: group.whole },
    ),
  );
  const groupIds = new Map(plan.groups.map((group, i) => [groupKey(group), groups[i]!.groupId]));

  const subjectIds = await addSubjects(tx, schoolId, subjects);
  const subjectOf = new Map(subjects.map((name, i) => [name, subjectIds[i]!]));
  const pages = await addPages(
    tx,
    schoolId,
    plan.pages.map(({ group, subject }) => {
      const classNames = group.kind === "stream" ? group.classNames : [group.className];
      const gradeLevel = classOf.get(classNames[0]!)!.gradeLevel;
      const groupId = group.kind === "class" ? classOf.get(group.className)!.groupId : groupIds.get(groupKey(group))!;
      return { groupId, subjectId: subjectOf.get(subject)!, year, gradeLevel };
    }),
  );
  const count = (rows: readonly { created: boolean }[]) => rows.filter((row) => row.created).length;
  return { ids: pages.map((page) => page.pageId), created: { classes: count(classes), groups: count(groups), pages: count(pages) } };
}

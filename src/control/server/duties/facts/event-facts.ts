import { statement } from "../../../../foundation/database.ts";
import type { LocalDate } from "../../../../foundation/day.ts";
import { DUTY_CODES, KINDS_ABOUT, kindOf } from "../../../rules/duties/duty-kinds.ts";
import type { DutyCode } from "../../../rules/duties/duty-kinds.ts";
import { NOTHING_TOLD } from "../../../rules/duties/fact.ts";
import type { Fact } from "../../../rules/duties/fact.ts";
import type { MatterCode } from "../../../rules/duties/matter-kinds.ts";
import type { Steps } from "../../../rules/duties/steps.ts";

export type Matter = {
  matterId: number;
  kind: MatterCode;
  day: LocalDate;
  beganAt: Date;
  openedAt: Date;
  openedBy: number;
  ownerId: number | null;
  title: string;
};
export type OpenRemark = { remarkId: number; pageId: number; teacherId: number; setOn: LocalDate; dueOn: LocalDate; groupName: string; subject: string };

/** The register of things that start a term. $1 school, $2 from, $3 the person whose things are looked for, null: all. */
export const MATTERS = statement<Matter>(
  "control.matters",
  `select m.matter_id as "matterId", m.kind, m.day, m.began_at as "beganAt", m.opened_at as "openedAt", m.opened_by as "openedBy", m.owner_id as "ownerId", m.title
   from control.matter m where m.school_id = $1 and m.day >= $2 and ($3::int is null or m.owner_id is null or m.owner_id = $3) order by m.day desc, m.matter_id desc`,
);

/** Remarks that wait for their teacher. $1 school, $2 the teacher, null: of all. */
export const OPEN_REMARKS = statement<OpenRemark>(
  "control.open_remarks",
  `select r.remark_id as "remarkId", r.page_id as "pageId", r.teacher_id as "teacherId", r.set_on as "setOn", r.due_on as "dueOn", g.name as "groupName", s.name as subject
   from control.remark r join timetable.page p on p.school_id = $1 and p.page_id = r.page_id
   join people.study_group g on g.school_id = $1 and g.group_id = p.group_id join timetable.subject s on s.school_id = $1 and s.subject_id = p.subject_id
   where r.school_id = $1 and r.state = 'open' and ($2::int is null or r.teacher_id = $2)`,
);

/** What the register's things start. */
export function matterFacts(matters: readonly Matter[]): Fact[] {
  return matters.map(({ matterId, kind, day, beganAt, ownerId, title }) => ({
    about: "matter",
    aboutId: matterId,
    own: ownerId === null ? [] : [ownerId],
    day,
    at: beganAt,
    giaResultsOn: day,
    only: (KINDS_ABOUT.get("matter") ?? []).filter((code) => kindOf(code).from === kind),
    stands: [],
    told: { ...NOTHING_TOLD, title },
  }));
}

export function remarkFacts(remarks: readonly OpenRemark[]): Fact[] {
  return remarks.map(({ remarkId, pageId, teacherId, setOn, dueOn, groupName, subject }) => ({
    about: "remark",
    aboutId: remarkId,
    own: [teacherId],
    day: setOn,
    orderedOn: dueOn,
    stands: [],
    told: { ...NOTHING_TOLD, groupName, subject, pageId },
  }));
}

/** What the word of one duty starts: files that were formed are to be checked. */
export function afterFacts(steps: Steps): Fact[] {
  const started = DUTY_CODES.filter((code) => kindOf(code).about === "done_duty");
  return started.flatMap((code: DutyCode) =>
    steps.all
      .filter((step) => step.kind === kindOf(code).from && step.step !== "returned")
      .map((step): Fact => ({
        about: "done_duty",
        aboutId: step.aboutId,
        own: [],
        day: step.doneOn,
        at: step.madeAt,
        only: [code],
        stands: [],
        told: NOTHING_TOLD,
      })),
  );
}

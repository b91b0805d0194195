import { statement } from "../../../foundation/database.ts";
import type { Transaction } from "../../../foundation/database.ts";
import { kindOf } from "../../rules/duties/duty-kinds.ts";
import type { DutyCode } from "../../rules/duties/duty-kinds.ts";

const STANDS = statement<{ stands: boolean }>(
  "control.duty_subject_stands",
  `select case $2::text
     when 'class' then exists (select from people.school_class c where c.school_id = $1 and c.class_id = $3::int)
     when 'page' then exists (select from timetable.page p where p.school_id = $1 and p.page_id = $3::int)
     when 'department' then exists (select from people.department d where d.school_id = $1 and d.department_id = $3::int)
     when 'matter' then exists (select from control.matter m where m.school_id = $1 and m.matter_id = $3::int)
     else exists (select from people.person p where p.school_id = $1 and p.person_id = $3::int) end as stands`,
);

/** Whether the school has what a duty is about: another school's class is not found, whoever asks. */
export async function standsInSchool(tx: Transaction, schoolId: number, code: DutyCode, aboutId: number): Promise<boolean> {
  const { about } = kindOf(code);
  if (about.startsWith("school_") || about === "done_duty" || about === "program") return aboutId === 0;
  if (about.startsWith("department")) return (await tx.row(STANDS, [schoolId, "department", aboutId]))?.stands ?? false;
  const thing = about === "absences" || about.includes("class") ? "class" : about.startsWith("page") ? "page" : about === "matter" ? "matter" : "person";
  return (await tx.row(STANDS, [schoolId, thing, aboutId]))?.stands ?? false;
}

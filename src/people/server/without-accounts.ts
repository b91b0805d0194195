import type { LocalDate } from "../../foundation/day.ts";
import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { PersonName } from "../rules/people-record.ts";

export type Whose = "staff" | "pupils" | "guardians" | { personId: number } | "all";
/** `detail` is the post, the class, or the child with the class. */
export type WithoutAccount = PersonName & { personId: number; kind: "staff" | "pupil" | "guardian"; detail: string };

const LIST = statement<WithoutAccount>(
  "people.without_accounts",
  `with class_of as (
     select distinct on (m.pupil_id) m.pupil_id, k.name from people.member m join people.school_class k on k.school_id = $1 and k.group_id = m.group_id
     where m.school_id = $1 and (m.to_day is null or m.to_day >= $2) order by m.pupil_id, k.year desc, m.from_day desc
   ), people as (
     select distinct on (s.person_id) s.person_id, 'staff' as kind, s.position as detail, 1 as place from people.staff s
       where s.school_id = $1 and (s.to_day is null or s.to_day >= $2)
     union all select u.pupil_id, 'pupil', coalesce(c.name, ''), 2 from people.pupil u left join class_of c using (pupil_id)
       where u.school_id = $1 and (u.left_on is null or u.left_on >= $2)
     union all select g.guardian_id, 'guardian', string_agg(concat_ws(', ', p.surname || ' ' || p.given_name, c.name), '; ' order by g.pupil_id), 3
       from people.guardianship g join people.person p on p.school_id = $1 and p.person_id = g.pupil_id left join class_of c on c.pupil_id = g.pupil_id
       where g.school_id = $1 and (g.to_day is null or g.to_day >= $2) group by g.guardian_id
   ), once as (select distinct on (person_id) * from people order by person_id, place)
   select p.person_id as "personId", p.surname, p.given_name as "givenName", nullif(p.patronymic, '') as patronymic, o.kind, o.detail
   from once o join people.person p on p.school_id = $1 and p.person_id = o.person_id
   where ($3 = 'all' or $3 = o.kind or p.person_id::text = $3)
     and not exists (select from access.account_person a where a.school_id = $1 and a.person_id = p.person_id)
   order by o.place, o.detail collate public.ru, p.surname collate public.ru, p.given_name collate public.ru, p.person_id`,
);

const KIND = { staff: "staff", pupils: "pupil", guardians: "guardian", all: "all" } as const;

/** People of the school on a day who have no account yet: staff, then pupils by class, then guardians. */
export function withoutAccounts(tx: Transaction, schoolId: number, today: LocalDate, whose: Whose): Promise<WithoutAccount[]> {
  return tx.rows(LIST, [schoolId, today, typeof whose === "string" ? KIND[whose] : String(whose.personId)]);
}

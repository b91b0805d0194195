import { permit } from "../../access/rules/permit.ts";
import type { Context } from "../../access/server/door.ts";
import { statement } from "../../foundation/database.ts";
import { JsonText } from "../../foundation/serve.ts";
import { PEOPLE_ACTS } from "../rules/acts.ts";

const ME = statement<{ me: string }>(
  "people.me",
  `select json_build_object(
     'personId', p.person_id, 'surname', p.surname, 'givenName', p.given_name, 'patronymic', p.patronymic, 'roles', $4::text::json, 'today', $3::date,
     'school', (select json_build_object('schoolId', s.school_id, 'name', s.name, 'timezone', s.timezone, 'isDemo', s.is_demo) from access.school s where s.school_id = $1),
     'children', (select coalesce(json_agg(json_build_object('pupilId', c.person_id, 'givenName', c.given_name, 'surname', c.surname,
         'className', coalesce((select k.name from people.member m join people.school_class k on k.school_id = m.school_id and k.group_id = m.group_id
            where m.school_id = $1 and m.pupil_id = c.person_id and m.from_day <= $3 and (m.to_day is null or m.to_day >= $3) order by m.from_day desc limit 1), ''))
         order by c.birth_on, c.person_id), '[]')
       from people.person c where c.school_id = $1 and (c.person_id = $2 and exists (select from people.pupil u where u.school_id = $1 and u.pupil_id = $2)
         or c.person_id in (select g.pupil_id from people.guardianship g where g.school_id = $1 and g.guardian_id = $2 and g.from_day <= $3 and (g.to_day is null or g.to_day >= $3))))
   )::text as me from people.person p where p.school_id = $1 and p.person_id = $2`,
);

/** Who is signed in, with the children whose diaries are open to the person. */
export async function me({ tx, actor }: Context): Promise<JsonText> {
  permit(actor, PEOPLE_ACTS, "people.me.read", { self: true });
  const row = await tx.row(ME, [actor.schoolId, actor.personId, actor.today, JSON.stringify(actor.roles)]);
  return new JsonText(row!.me);
}

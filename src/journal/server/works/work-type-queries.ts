import { statement } from "../../../foundation/database.ts";
import type { KeptWorkType } from "../../contract/work-types.ts";
import type { Static } from "typebox";

export type KeptType = Static<typeof KeptWorkType>;

const SHOWN = `w.work_type as "workType", w.code, w.name, w.weight, w.form, w.is_closed as closed, w.version`;

/** The dictionary of the school. $2 the school's day, for the norm of the usual work. */
export const WORK_TYPES = statement<KeptType>(
  "journal.work_types",
  `select ${SHOWN}, w.code = coalesce(regulation.norm_on($1, 'marks.usual_work', $2) #>> '{}', '') as usual
   from journal.work_type w where w.school_id = $1 order by w.is_closed, w.work_type`,
);

/** No row when somebody took the number or the code meanwhile. */
export const ADD_WORK_TYPE = statement<Omit<KeptType, "usual">>(
  "journal.add_work_type",
  `insert into journal.work_type as w (school_id, work_type, code, name, weight, form)
   select $1, (select coalesce(max(work_type), 0) + 1 from journal.work_type where school_id = $1), $2, $3, $4, $5
   on conflict do nothing returning ${SHOWN}`,
);

/** Over the version seen. */
export const CHANGE_WORK_TYPE = statement<Omit<KeptType, "usual">>(
  "journal.change_work_type",
  `update journal.work_type w set code = $3, name = $4, weight = $5, form = $6, is_closed = $7, version = w.version + 1
   where w.school_id = $1 and w.work_type = $2 and w.version = $8 returning ${SHOWN}`,
);

import { statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import type { LocalDate } from "../../foundation/day.ts";
import { Failure } from "../../foundation/failure.ts";
import { withEnds } from "../rules/edition.ts";
import type { Clash } from "../rules/preset.ts";
import { setFirstNorms, setNorms } from "./set-norms.ts";
import type { NewNorm } from "./set-norms.ts";

/** An edition of the school's regulation with who approved it and by which document; `enteredBy` is null where the command line made it. */
export type Edition = {
  editionNo: number;
  startsOn: LocalDate;
  document: string;
  orderDate: LocalDate | null;
  approvedBy: string;
  enteredBy: number | null;
  enteredAt: Date;
};
export type NewEdition = Pick<Edition, "startsOn" | "document" | "orderDate" | "approvedBy"> & { enteredBy: number | null; at: Date };

/** A norm as it stands on a day, with the span of its value. `own`: the school's, not its country's. */
export type StandingNorm = {
  code: string;
  value: unknown;
  act: string;
  clause: string;
  clash: Clash | null;
  grade: number | null;
  subjectId: number | null;
  fromDay: LocalDate | null;
  toDay: LocalDate | null;
  own: boolean;
};

const EDITIONS = statement<Edition>(
  "regulation.editions",
  `select edition_no as "editionNo", starts_on as "startsOn", document, order_date as "orderDate", approved_by as "approvedBy", entered_by as "enteredBy", entered_at as "enteredAt"
   from regulation.edition where school_id = $1 order by starts_on`,
);
const ADD_EDITION = statement(
  "regulation.add_edition",
  `insert into regulation.edition (school_id, edition_no, starts_on, document, order_date, approved_by, entered_by, entered_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
);
/** $1 school, $2 day. The school's own values, and those of its country, region and kind that it has none for. */
const STANDING = statement<StandingNorm>(
  "regulation.standing_norms",
  `select n.code, n.value, n.act, n.clause, n.clash, n.grade_level as grade, n.subject_id as "subjectId", lower(n.in_force) as "fromDay", upper(n.in_force) - 1 as "toDay", true as own
   from regulation.norm n where n.school_id = $1 and n.in_force @> $2::date
   union all
   select distinct on (n.code) n.code, n.value, n.act, n.clause, null, null, null, lower(n.in_force), upper(n.in_force) - 1, false
   from regulation.country_norm n join access.school s on s.country = n.country
   where s.school_id = $1 and n.in_force @> $2::date and coalesce(n.region = s.region, n.region is null) and coalesce(n.school_kind = s.kind, n.school_kind is null)
     and not exists (select from regulation.norm o where o.school_id = $1 and o.code = n.code and o.in_force @> $2::date and o.grade_level is null and o.subject_id is null)
   order by 1, 6 nulls first, 7 nulls first`,
);
const DROP_NORMS = statement<{ code: string }>(
  "regulation.drop_norms_of_edition",
  `delete from regulation.norm where school_id = $1 and lower(in_force) = $2::date returning code`,
);
// what the edition had ended goes on until the next value
const GO_ON = statement(
  "regulation.norms_go_on",
  `update regulation.norm n set in_force = daterange(lower(n.in_force),
     (select min(lower(l.in_force)) from regulation.norm l where l.school_id = $1 and l.code = n.code and l.grade_level is not distinct from n.grade_level
        and l.subject_id is not distinct from n.subject_id and lower(l.in_force) > $2::date))
   where n.school_id = $1 and upper(n.in_force) = $2::date and n.code = any ($3)`,
);
const DROP_EDITION = statement("regulation.drop_edition", `delete from regulation.edition where school_id = $1 and edition_no = $2`);

/** The editions of the school, the earliest first, each with its last day. */
export async function editionsOf(tx: Transaction, schoolId: number) {
  return withEnds(await tx.rows(EDITIONS, [schoolId]));
}

/** Every norm of the school on a day. */
export function standingNorms(tx: Transaction, schoolId: number, day: LocalDate): Promise<StandingNorm[]> {
  return tx.rows(STANDING, [schoolId, day]);
}

/** Holds back every other change of the school's editions until the transaction ends, and answers the number of the next one. */
export function claimEdition(tx: Transaction, schoolId: number): Promise<number> {
  return tx.newIds(schoolId, "edition");
}

/** Writes an edition under a number of `claimEdition` with the norms that it changes; the norms before end with it. */
export async function addEdition(
  tx: Transaction,
  schoolId: number,
  editionNo: number,
  edition: NewEdition,
  norms: readonly Omit<NewNorm, "from">[],
): Promise<void> {
  const { startsOn, document, orderDate, approvedBy, enteredBy, at } = edition;
  await tx.rows(ADD_EDITION, [schoolId, editionNo, startsOn, document, orderDate, approvedBy, enteredBy, at]);
  await setNorms(
    tx,
    schoolId,
    norms.map((norm) => ({ ...norm, from: startsOn })),
  );
}

/** The first edition of a school that has no norms yet. */
export async function addFirstEdition(tx: Transaction, schoolId: number, edition: NewEdition, norms: readonly Omit<NewNorm, "from">[]): Promise<void> {
  const { startsOn, document, orderDate, approvedBy, enteredBy, at } = edition;
  await tx.rows(ADD_EDITION, [schoolId, await claimEdition(tx, schoolId), startsOn, document, orderDate, approvedBy, enteredBy, at]);
  await setFirstNorms(
    tx,
    schoolId,
    norms.map((norm) => ({ ...norm, from: startsOn })),
  );
}

/** Takes back an edition that has not begun by `today`: what it had ended goes on. */
export async function dropEdition(tx: Transaction, schoolId: number, editionNo: number, today: LocalDate): Promise<Edition & { codes: string[] }> {
  await claimEdition(tx, schoolId);
  const edition = (await tx.rows(EDITIONS, [schoolId])).find((one) => one.editionNo === editionNo);
  if (!edition) throw new Failure("not_found", "regulation.edition_not_found");
  if (edition.startsOn <= today) throw new Failure("refused", "regulation.edition_stands", { startsOn: edition.startsOn });
  const codes = (await tx.rows(DROP_NORMS, [schoolId, edition.startsOn])).map(({ code }) => code);
  await tx.rows(GO_ON, [schoolId, edition.startsOn, codes]);
  await tx.rows(DROP_EDITION, [schoolId, editionNo]);
  return { ...edition, codes };
}

import type pg from "pg";
import { addReasons } from "../../attendance/server/door.ts";
import { addLessonKinds, addWorkTypes } from "../../journal/server/door.ts";
import { makeSchool } from "../../access/server/door.ts";
import { asNobody, statement } from "../../foundation/database.ts";
import type { Transaction } from "../../foundation/database.ts";
import { day } from "../../foundation/day.ts";
import { record } from "../../foundation/ledger.ts";
import { addFirstEdition, readPreset } from "../../regulation/server/door.ts";

// the ledger keeps a partition a month ahead; a school made for another time than the server's needs those of its own
const LEDGER_MONTHS = statement(
  "entrance.ledger_months",
  "select ledger.make_partitions(($1::timestamptz - interval '1 month')::date, ($1::timestamptz + interval '1 month')::date)",
);

export type SchoolOrder = { preset: string; name: string; timezone?: string; isDemo?: boolean };

/** Makes a school from a regulation preset inside a transaction: its norms with act and clause, its work types, its reasons of absence. Answers its number. */
export async function makeSchoolFrom(tx: Transaction, order: SchoolOrder, now: Date): Promise<number> {
  const preset = await readPreset(order.preset);
  await tx.rows(LEDGER_MONTHS, [now]);
  const schoolId = await makeSchool(tx, {
    name: order.name,
    timezone: order.timezone ?? preset.timezone,
    country: preset.country,
    kind: preset.schoolKind,
    isDemo: order.isDemo ?? false,
  });
  const edition = { startsOn: day(preset.inForceFrom), document: preset.document, orderDate: null, approvedBy: preset.approvedBy, enteredBy: null, at: now };
  await addFirstEdition(tx, schoolId, edition, preset.norms);
  await addWorkTypes(tx, schoolId, preset.workTypes);
  await addLessonKinds(tx, schoolId, preset.lessonKinds);
  await addReasons(tx, schoolId, preset.absenceReasons);
  await record(tx, {
    schoolId,
    stream: 0,
    actor: 0,
    at: now,
    act: "access.school.make",
    right: "command line",
    body: { preset: order.preset, document: preset.document },
  });
  return schoolId;
}

/** Makes a school from a preset in a transaction of its own. */
export function createSchool(pool: pg.Pool, order: SchoolOrder, now = new Date()): Promise<{ schoolId: number }> {
  return asNobody(pool, async (tx) => ({ schoolId: await makeSchoolFrom(tx, order, now) }));
}

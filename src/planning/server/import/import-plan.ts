import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { statement } from "../../../foundation/database.ts";
import { Failure } from "../../../foundation/failure.ts";
import { demandSize } from "../../../foundation/files/file-upload.ts";
import type { Admission } from "../../../foundation/files/file-upload.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { importPlanRoute } from "../../contract/plan/import-plan.ts";
import { PLANNING_ACTS } from "../../rules/acts.ts";
import { linesOfTable } from "../../rules/import/lines-of-table.ts";
import { COLUMNS, mappingFor, missingColumn, tableOf } from "../../rules/import/plan-table.ts";
import type { Mapping } from "../../rules/import/plan-table.ts";
import { keepNumbers } from "../../rules/plan/plan-lines.ts";
import { planToWrite } from "../plan/plan-queries.ts";
import { writePlan } from "../plan/write-plan.ts";
import { readPlanFile } from "./read-plan-file.ts";

type Asked = Input<typeof importPlanRoute>;

const MEGABYTE = 1024 * 1024;

const LIMIT = statement<{ megabytes: number | null }>(
  "planning.import_limit",
  `select (regulation.norm_on($1, 'plan.import_limit', $2) #>> '{}')::int as megabytes`,
);
const REMEMBERED = statement<{ mapping: Mapping }>(
  "planning.remembered_mapping",
  "select mapping from planning.import_mapping where school_id = $1 and person_id = $2",
);
const REMEMBER = statement(
  "planning.remember_mapping",
  `insert into planning.import_mapping (school_id, person_id, mapping) values ($1, $2, $3::jsonb)
   on conflict (school_id, person_id) do update set mapping = excluded.mapping`,
);

/** The largest file of a plan, bytes, by the norm of the day. */
async function limitOf({ tx, actor }: Context): Promise<number> {
  const { megabytes } = (await tx.row(LIMIT, [actor.schoolId, actor.today]))!;
  demandNorms(actor.today, { "plan.import_limit": megabytes });
  return megabytes! * MEGABYTE;
}

/** Whether the person may bring a file of that size into the page's plan; asked before the file is read. */
export async function admitPlanFile(context: Context, { params }: Omit<Asked, "body">, { bytes }: Admission): Promise<void> {
  const { tx, actor } = context;
  const standing = await planToWrite(tx, actor.schoolId, params.pageId, actor.personId, actor.today);
  if (!standing) throw new Failure("not_found", "planning.page_not_found");
  permit(actor, PLANNING_ACTS, importPlanRoute.act, { own_page: standing.teachesPage });
  demandSize(bytes, await limitOf(context));
}

/** Shows what a file was understood as, or makes it the page's plan. */
export async function importPlan(context: Context, { params, query, body }: Asked): Promise<Output<typeof importPlanRoute>> {
  const { tx, actor } = context;
  await admitPlanFile(context, { params, query }, { name: query.name, bytes: body.byteLength });
  const table = tableOf(await readPlanFile(query.name, body));
  if (!table) throw new Failure("invalid", "planning.file_without_table");

  const asked: Mapping = Object.fromEntries(COLUMNS.flatMap((column) => (query[column] ? [[column, query[column]]] : [])));
  const isAsked = query.mapped === "true" || Object.keys(asked).length > 0;
  const mapping = isAsked ? asked : mappingFor(table, (await tx.row(REMEMBERED, [actor.schoolId, actor.personId]))?.mapping ?? null);
  const missing = missingColumn(table, mapping);
  if (missing !== null) throw new Failure("invalid", "planning.column_missing", { column: missing, titles: table.titles });
  const { lines, faults } = mapping.topic === undefined ? { lines: [], faults: [] } : linesOfTable(table, mapping);
  const shown = { titles: table.titles, mapping, headLine: table.headLine, lines, faults };
  if (query.apply === undefined) return { ...shown, version: query.expectedVersion, applied: false };

  if (mapping.topic === undefined) throw new Failure("invalid", "planning.topic_column_not_chosen", { titles: table.titles });
  if (faults.length > 0 || lines.length === 0) throw new Failure("invalid", "planning.rows_not_understood", { count: faults.length, rows: faults });
  const written = await writePlan(context, params.pageId, query.expectedVersion, { by: "file", name: query.name }, (standing) =>
    keepNumbers(
      lines.map(({ line: _, ...rest }) => rest),
      standing.lines,
    ),
  );
  await tx.rows(REMEMBER, [actor.schoolId, actor.personId, JSON.stringify(mapping)]);
  return { ...shown, version: written.version, applied: true };
}

import { isTest, ORDER, place } from "./complaint.ts";
import { inSrc } from "./faults.ts";
import { linesOf, targetOf, type Source } from "./source.ts";

export interface Measure {
  readonly files: number;
  readonly lines: number;
  /** Lines of the tests beside them. */
  readonly tests: number;
}

export interface DrawnArea extends Measure {
  readonly area: string;
  /** In the order in which floors stand; of areas without floors, their folders. */
  readonly floors: ReadonlyMap<string, Measure>;
  /** Earlier areas it imports, in the order of the house; the foundation is under everyone and is not named. */
  readonly uses: readonly string[];
}

const FLOOR_ORDER = ["rules", "contract", "server", "web"];

/** The areas of the house in their order, also those not built yet, as the sources show them. */
export function drawingOf(sources: readonly Source[]): DrawnArea[] {
  return ORDER.map((area) => {
    const own = sources.filter(({ path }) => place(inSrc(path) ?? "").area === area);
    const byFloor = Map.groupBy(own, ({ path }) => floorOf(path));
    const names = [...byFloor.keys()].sort((a, b) => FLOOR_ORDER.indexOf(a) - FLOOR_ORDER.indexOf(b) || (a < b ? -1 : 1));
    const used = new Set(own.flatMap(areasImported));
    return {
      area,
      ...measureOf(own),
      floors: new Map(names.map((name) => [name, measureOf(byFloor.get(name) ?? [])])),
      uses: ORDER.filter((other) => other !== area && other !== "foundation" && used.has(other)),
    };
  });
}

function floorOf(path: string): string {
  const { floor } = place(inSrc(path) ?? "");
  return /\.tsx?$/.test(floor) ? "." : floor;
}

function areasImported({ path, imports }: Source): string[] {
  const file = inSrc(path) ?? "";
  if (isTest(file)) return [];
  return imports.filter(({ from }) => from.startsWith(".")).map(({ from }) => place(targetOf(file, from)).area);
}

function measureOf(sources: readonly Source[]): Measure {
  const lines = (some: readonly Source[]) => some.reduce((sum, { text }) => sum + linesOf(text), 0);
  const [tests, files] = [sources.filter(({ path }) => isTest(path)), sources.filter(({ path }) => !isTest(path))];
  return { files: files.length, lines: lines(files), tests: lines(tests) };
}

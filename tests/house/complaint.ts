import { ACROSS, AREAS, FLOORS } from "../../src/areas.ts";

export interface Place {
  readonly area: string;
  /** The first folder inside the area; a file that stands in no folder is its own floor, and no area has such a floor. */
  readonly floor: string;
  /** The path inside the area. */
  readonly inside: string;
}

/** Where a file stands, by its path from `src`. */
export function place(path: string): Place {
  const [area = "", floor = "", ...rest] = path.split("/");
  return { area, floor, inside: [floor, ...rest].join("/") };
}

/** The order of the house, with what stands under all areas and what stands over them. */
export const ORDER: readonly string[] = ["foundation", ...AREAS, "entrance"];

/** Why the file (a path from `src`) may not import the target (the same; `../…` leaves `src`), or null when it may. */
export function complaint(file: string, target: string): string | null {
  const a = place(file);
  if (target.startsWith("../")) return isTest(file) ? null : "the house does not stand on its scaffolding";
  const b = place(target);
  if (b.floor === "") return a.area === "entrance" || isTest(file) ? null : `nobody reads ${b.area}`;
  if (!ORDER.includes(b.area)) return `${b.area} is not in the order`;
  if (a.area === "foundation") return b.area === "foundation" ? null : "foundation knows nobody above it";
  if (b.area === "entrance") return a.area === "entrance" ? null : "nobody imports entrance";
  if (a.area === "entrance" || b.area === "foundation") return null;
  if (a.area === b.area) return FLOORS[a.floor]?.includes(b.floor) ? null : `${a.floor} must not use ${b.floor}`;
  if (ORDER.indexOf(b.area) >= ORDER.indexOf(a.area)) return `${a.area} stands before ${b.area}`;
  return ACROSS[a.floor]?.some((door) => door.test(b.inside)) ? null : `go through the door of ${b.area}`;
}

/** Why a file may not stand where it stands, or null when it may. */
export function misplaced(file: string): string | null {
  const { area, floor } = place(file);
  if (floor === "") return file === "areas.ts" ? null : "stands in no area";
  if (!ORDER.includes(area)) return `${area} is not in the order`;
  if (area === "foundation" || area === "entrance") return null;
  return floor in FLOORS ? null : `${area} has no floor ${floor}`;
}

export function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

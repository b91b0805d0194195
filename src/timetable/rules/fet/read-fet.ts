import { elementReader } from "./element-reader.ts";
import type { FetFile, FetRejection, Read } from "./fet-file.ts";
import { readActivities } from "./read-activities.ts";
import { readLists } from "./read-lists.ts";
import { readPlacements } from "./read-placements.ts";
import { xmlTree } from "./xml-tree.ts";

/**
 * A FET 5 or 6 file as plain data, or the reason why the whole file is refused.
 *
 * Every element is accounted for: taken over, rejected with a reason, counted in
 * `notUnderstood`, or counted in `understoodWithoutEffect`.
 */
export function readFet(bytes: Uint8Array): Read<FetFile> {
  const tree = xmlTree(bytes);
  if (!tree.ok) return tree;
  const root = tree.value;
  if (root.name !== "fet") return { ok: false, refusal: { code: "timetable.fet_not_fet", facts: { root: root.name } } };
  const version = root.attributes["version"] ?? "";
  if (!/^[56]\./.test(version)) return { ok: false, refusal: { code: "timetable.fet_version_unknown", facts: { version } } };

  const reader = elementReader();
  const rejected: FetRejection[] = [];
  const institution = reader.text(root, "Institution_Name");
  const comments = reader.text(root, "Comments");
  const lists = readLists(root, reader, rejected);
  const activities = readActivities(root, lists, reader, rejected);
  const placements = readPlacements(root, { ...lists, activities }, reader, rejected);
  const leftovers = reader.leftovers(root);
  return { ok: true, value: { version, institution, comments, ...lists, activities, ...placements, ...leftovers, rejected } };
}

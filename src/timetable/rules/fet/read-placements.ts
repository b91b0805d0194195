import { isTrue, wholeNumber, type ElementReader } from "./element-reader.ts";
import type { FetActivity, FetFile, FetPlacement, FetRejection, FetRoomPlacement } from "./fet-file.ts";
import type { XmlNode } from "./xml-tree.ts";

type Lists = Pick<FetFile, "days" | "hours" | "rooms" | "activities">;
type Placements = Pick<FetFile, "placements" | "roomPlacements">;

/** Both names FET has used for «this activity begins then». */
const STARTING_TIME = ["ConstraintActivityPreferredStartingTime", "ConstraintActivityPreferredTime"];
const PREFERRED_ROOM = ["ConstraintActivityPreferredRoom"];

/** The timetable of a solved file. A constraint that only wishes (weight under 100) is left as not understood. */
export function readPlacements(root: XmlNode, lists: Lists, reader: ElementReader, rejected: FetRejection[]): Placements {
  const activities = new Map(lists.activities.map((activity) => [activity.id, activity]));
  const place = placer(lists, reader);
  const placements = bindingConstraints(root, "Time_Constraints_List", STARTING_TIME, activities, reader, rejected, place);
  const roomPlacements = bindingConstraints(root, "Space_Constraints_List", PREFERRED_ROOM, activities, reader, rejected, roomPlacer(lists, reader));
  settleInactive(root, reader);
  return { placements, roomPlacements };
}

type Place<T> = (node: XmlNode, activity: FetActivity) => T | FetRejection | null;

function bindingConstraints<T extends FetPlacement | FetRoomPlacement>(
  root: XmlNode,
  list: string,
  kinds: string[],
  activities: Map<number, FetActivity>,
  reader: ElementReader,
  rejected: FetRejection[],
  place: Place<T>,
): T[] {
  const placed = new Map<number, T>();
  const nodes = reader.one(root, list)?.children.filter((child) => kinds.includes(child.name)) ?? [];
  for (const node of nodes) {
    const reject = (rejection: FetRejection) => {
      rejected.push(rejection);
      reader.settle(node, `rejected ${node.name}`);
    };
    if (!isActive(node)) continue;
    if (weightOf(node) < 100) continue;
    reader.take(node);
    const idText = reader.text(node, "Activity_Id");
    const activity = activities.get(wholeNumber(idText) ?? 0);
    if (!activity) {
      reject({ line: node.line, code: "timetable.fet_placed_activity_unknown", facts: { value: idText } });
      continue;
    }
    const outcome = place(node, activity);
    if (outcome === null) {
      reader.forget(node);
      continue;
    }
    if ("code" in outcome) {
      reject(outcome);
      continue;
    }
    const first = placed.get(activity.id);
    if (first && !samePlace(first, outcome)) {
      reject({ line: node.line, code: "timetable.fet_placed_twice", facts: { activityId: activity.id, firstLine: first.line } });
    } else if (first) reader.settle(node, `repeated ${node.name}`);
    else placed.set(activity.id, outcome);
    for (const name of ["Weight_Percentage", "Active"]) reader.one(node, name);
  }
  return [...placed.values()];
}

/** A day or an hour left open is a wish of another kind: null. */
function placer(lists: Lists, reader: ElementReader): Place<FetPlacement> {
  return (node, activity) => {
    const dayName = reader.text(node, "Preferred_Day", "Preferred_Starting_Day", "Day");
    const hourName = reader.text(node, "Preferred_Hour", "Preferred_Starting_Hour", "Hour");
    if (dayName === "" || hourName === "") return null;
    const line = node.line;
    const activityId = activity.id;
    const day = lists.days.findIndex((each) => each.name === dayName);
    if (day < 0) return { line, code: "timetable.fet_placed_day_unknown", facts: { activityId, day: dayName } };
    const hour = lists.hours.findIndex((each) => each.name === hourName);
    if (hour < 0) return { line, code: "timetable.fet_placed_hour_unknown", facts: { activityId, hour: hourName } };
    if (hour + activity.duration > lists.hours.length) {
      return { line, code: "timetable.fet_placed_past_day_end", facts: { activityId, hour: hourName, duration: activity.duration } };
    }
    // some programs write the day and the hour a second time under the older names
    for (const name of ["Day", "Hour"]) reader.one(node, name);
    return { line, activityId, day, hour, locked: isTrue(reader.text(node, "Permanently_Locked"), true) };
  };
}

function roomPlacer(lists: Lists, reader: ElementReader): Place<FetRoomPlacement> {
  const rooms = new Set(lists.rooms.map((room) => room.name));
  return (node, activity) => {
    const room = reader.text(node, "Room");
    const realRooms = reader.all(node, "Real_Room").map((element) => element.text);
    reader.one(node, "Number_of_Real_Rooms");
    const stranger = [room, ...realRooms].find((name) => !rooms.has(name));
    if (stranger !== undefined) {
      return { line: node.line, code: "timetable.fet_room_unknown", facts: { activityId: activity.id, room: stranger } };
    }
    const locked = isTrue(reader.text(node, "Permanently_Locked"), true);
    return { line: node.line, activityId: activity.id, room, realRooms, locked };
  };
}

function samePlace(a: FetPlacement | FetRoomPlacement, b: FetPlacement | FetRoomPlacement): boolean {
  const key = (place: FetPlacement | FetRoomPlacement) => ("room" in place ? [place.room, ...place.realRooms] : [place.day, place.hour]).join("\n");
  return key(a) === key(b);
}

/** Every constraint that is switched off, of any kind, binds nobody. */
function settleInactive(root: XmlNode, reader: ElementReader): void {
  for (const list of ["Time_Constraints_List", "Space_Constraints_List"]) {
    for (const node of reader.one(root, list)?.children ?? []) if (!isActive(node)) reader.settle(node, `inactive ${node.name}`);
  }
}

const childText = (node: XmlNode, name: string) => node.children.find((child) => child.name === name)?.text ?? "";
const isActive = (node: XmlNode) => isTrue(childText(node, "Active"), true);
const weightOf = (node: XmlNode) => (childText(node, "Weight_Percentage") === "" ? 100 : Number(childText(node, "Weight_Percentage")));

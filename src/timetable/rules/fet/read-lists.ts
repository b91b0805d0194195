import { isTrue, wholeNumber, type ElementReader } from "./element-reader.ts";
import type { FetFile, FetHour, FetList, FetNamed, FetRejection, FetRoom, FetSet, FetYear } from "./fet-file.ts";
import type { XmlNode } from "./xml-tree.ts";

type Lists = Pick<FetFile, "days" | "hours" | "subjects" | "activityTags" | "teachers" | "buildings" | "rooms" | "years">;

/** Days, hours, subjects, tags, teachers, rooms and sets of pupils. A name that repeats in its list is rejected. */
export function readLists(root: XmlNode, reader: ElementReader, rejected: FetRejection[]): Lists {
  const named = <T>(list: FetList, within: string, element: string, read: (node: XmlNode, name: FetNamed) => T): T[] => {
    const parent = reader.one(root, within);
    const nodes = reader.all(parent, element);
    checkCount(parent, nodes.length, reader);
    return unique(nodes, list, reader, rejected).map((node) =>
      read(node, {
        name: reader.text(node, "Name"),
        longName: reader.text(node, "Long_Name"),
        comments: reader.text(node, "Comments"),
      }),
    );
  };
  const plain = (_: XmlNode, name: FetNamed) => name;
  return {
    days: named("days", "Days_List", "Day", plain),
    hours: named("hours", "Hours_List", "Hour", (_, name) => hourOf(name)),
    subjects: named("subjects", "Subjects_List", "Subject", plain),
    activityTags: named("activityTags", "Activity_Tags_List", "Activity_Tag", plain),
    teachers: named("teachers", "Teachers_List", "Teacher", (node, name) => {
      reader.one(node, "Qualified_Subjects");
      return name;
    }),
    buildings: named("buildings", "Buildings_List", "Building", plain),
    rooms: named("rooms", "Rooms_List", "Room", (node, name) => roomOf(node, name, reader)),
    years: readYears(root, reader, rejected),
  };
}

function roomOf(node: XmlNode, name: FetNamed, reader: ElementReader): FetRoom {
  const capacity = wholeNumber(reader.text(node, "Capacity"));
  return {
    ...name,
    building: reader.text(node, "Building"),
    // 30000 is FET's word for "no limit"
    capacity: capacity === null || capacity >= 30000 ? null : capacity,
    virtual: isTrue(node.children.find((child) => child.name === "Virtual")?.text ?? "", false),
  };
}

function readYears(root: XmlNode, reader: ElementReader, rejected: FetRejection[]): FetYear[] {
  const list = reader.one(root, "Students_List");
  const set = (node: XmlNode): FetSet => ({
    name: reader.text(node, "Name"),
    pupils: wholeNumber(reader.text(node, "Number_of_Students")) ?? 0,
  });
  return unique(reader.all(list, "Year"), "students", reader, rejected).map((year) => ({
    ...set(year),
    groups: unique(reader.all(year, "Group"), "students", reader, rejected).map((group) => ({
      ...set(group),
      subgroups: unique(reader.all(group, "Subgroup"), "students", reader, rejected).map(set),
    })),
  }));
}

/** The same name twice within one parent is a fault; in another parent it is the same set of pupils. */
function unique(nodes: XmlNode[], list: FetList, reader: ElementReader, rejected: FetRejection[]): XmlNode[] {
  const names = new Set<string>();
  return nodes.filter((node) => {
    const name = reader.text(node, "Name");
    if (name === "") rejected.push({ line: node.line, code: "timetable.fet_name_missing", facts: { list } });
    else if (names.has(name)) rejected.push({ line: node.line, code: "timetable.fet_name_repeated", facts: { list } });
    else {
      names.add(name);
      return true;
    }
    reader.settle(node, `rejected ${node.name}`);
    return false;
  });
}

/** `Number_of_Days` that agrees with the days listed says nothing new; one that does not is left as not understood. */
function checkCount(list: XmlNode | undefined, found: number, reader: ElementReader): void {
  const count = list?.children.find((child) => child.name.startsWith("Number_of_"));
  if (count && wholeNumber(count.text) === found) reader.settle(count, `${list!.name}/${count.name}`);
}

const CLOCK = String.raw`(\d{1,2})[:.](\d{2})`;
const HOUR_NAME = new RegExp(String.raw`(?:^|\s)${CLOCK}(?:\s*[-\u2013\u2014]\s*${CLOCK})?(?:\s|$)`);

/** The time of a bell from the name of an hour, else from its long name. */
function hourOf(name: FetNamed): FetHour {
  for (const text of [name.name, name.longName]) {
    const found = HOUR_NAME.exec(text);
    const startsAt = found && minutes(found[1], found[2]);
    if (startsAt !== null) return { ...name, startsAt, endsAt: found?.[3] ? minutes(found[3], found[4]) : null };
  }
  return { ...name, startsAt: null, endsAt: null };
}

function minutes(hour = "", minute = ""): number | null {
  return Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : null;
}

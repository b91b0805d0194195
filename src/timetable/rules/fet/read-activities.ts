import { isTrue, wholeNumber, type ElementReader } from "./element-reader.ts";
import type { FetActivity, FetFile, FetRejection } from "./fet-file.ts";
import type { XmlNode } from "./xml-tree.ts";

type Known = Pick<FetFile, "subjects" | "teachers" | "years">;

/** The lessons of the week. One that names a teacher, subject or set of pupils the file does not list is rejected. */
export function readActivities(root: XmlNode, known: Known, reader: ElementReader, rejected: FetRejection[]): FetActivity[] {
  const teachers = new Set(known.teachers.map((teacher) => teacher.name));
  const subjects = new Set(known.subjects.map((subject) => subject.name));
  const students = namesOfSets(known.years);
  const lineOfId = new Map<number, number>();

  const complaint = (activity: FetActivity, durationText: string): FetRejection | null => {
    const { line, id: activityId } = activity;
    if (activity.duration < 1) return { line, code: "timetable.fet_duration_wrong", facts: { activityId, value: durationText } };
    if (activity.teachers.some((name) => !teachers.has(name))) return { line, code: "timetable.fet_teacher_unknown", facts: { activityId } };
    if (!subjects.has(activity.subject)) return { line, code: "timetable.fet_subject_unknown", facts: { activityId, subject: activity.subject } };
    const stranger = activity.students.find((name) => !students.has(name));
    if (stranger !== undefined) return { line, code: "timetable.fet_students_unknown", facts: { activityId, students: stranger } };
    return null;
  };

  return reader.all(reader.one(root, "Activities_List"), "Activity").flatMap((node) => {
    const reject = (rejection: FetRejection) => {
      rejected.push(rejection);
      reader.settle(node, "rejected Activity");
      return [];
    };
    const idText = reader.text(node, "Id");
    const id = wholeNumber(idText);
    if (!id) return reject({ line: node.line, code: "timetable.fet_activity_id_wrong", facts: { value: idText } });
    const firstLine = lineOfId.get(id);
    if (firstLine !== undefined) {
      return reject({ line: node.line, code: "timetable.fet_activity_id_repeated", facts: { activityId: id, firstLine } });
    }
    lineOfId.set(id, node.line);
    const activity = activityOf(node, id, reader);
    const wrong = complaint(activity, reader.text(node, "Duration"));
    return wrong ? reject(wrong) : [activity];
  });
}

/** Every name of a year, group or subgroup, once. */
function namesOfSets(years: FetFile["years"]): Set<string> {
  return new Set(years.flatMap((year) => [year.name, ...year.groups.flatMap((group) => [group.name, ...group.subgroups.map((part) => part.name)])]));
}

function activityOf(node: XmlNode, id: number, reader: ElementReader): FetActivity {
  const texts = (name: string) => [...new Set(reader.all(node, name).map((element) => element.text))].filter((text) => text !== "");
  const duration = wholeNumber(reader.text(node, "Duration")) ?? 0;
  return {
    line: node.line,
    id,
    groupId: wholeNumber(reader.text(node, "Activity_Group_Id")) ?? 0,
    teachers: texts("Teacher"),
    subject: reader.text(node, "Subject"),
    tags: texts("Activity_Tag"),
    students: texts("Students"),
    duration,
    totalDuration: wholeNumber(reader.text(node, "Total_Duration")) ?? duration,
    active: isTrue(reader.text(node, "Active"), true),
    numberOfStudents: wholeNumber(reader.text(node, "Number_Of_Students", "Number_of_Students")),
    comments: reader.text(node, "Comments"),
  };
}

/** What a FET 5 or 6 file says, as plain data: names exactly as the file has them, nothing decided yet. */
export type FetFile = {
  version: string;
  institution: string;
  comments: string;
  days: FetNamed[];
  hours: FetHour[];
  subjects: FetNamed[];
  activityTags: FetNamed[];
  teachers: FetNamed[];
  buildings: FetNamed[];
  rooms: FetRoom[];
  years: FetYear[];
  /** Accepted activities, inactive ones included. */
  activities: FetActivity[];
  /** Starting times that bind (weight 100, active), one per activity at most. */
  placements: FetPlacement[];
  roomPlacements: FetRoomPlacement[];
  /** Elements whose meaning was not taken over, by kind. */
  notUnderstood: Record<string, number>;
  /** Elements that were understood and change nothing here: switched off, empty, or always true in Parta. */
  understoodWithoutEffect: Record<string, number>;
  /** Rows that contradict the file itself; the rest of the file stands. */
  rejected: FetRejection[];
};

export type FetNamed = { name: string; longName: string; comments: string };

/** Minutes of the day, taken from a name such as `8:30` or `08:30-09:15`; null when the name is no time. */
export type FetHour = FetNamed & { startsAt: number | null; endsAt: number | null };

export type FetRoom = FetNamed & { building: string; capacity: number | null; virtual: boolean };

export type FetSet = { name: string; pupils: number };
export type FetYear = FetSet & { groups: FetGroup[] };
export type FetGroup = FetSet & { subgroups: FetSet[] };

export type FetActivity = {
  line: number;
  id: number;
  /** Activities split from one load share it; 0 when the load is one activity. */
  groupId: number;
  teachers: string[];
  subject: string;
  tags: string[];
  /** Names of years, groups or subgroups. */
  students: string[];
  duration: number;
  totalDuration: number;
  active: boolean;
  numberOfStudents: number | null;
  comments: string;
};

/** `day` and `hour` are places in the lists, from 0. */
export type FetPlacement = { line: number; activityId: number; day: number; hour: number; locked: boolean };

/** `realRooms` is filled when `room` is a virtual one. */
export type FetRoomPlacement = { line: number; activityId: number; room: string; realRooms: string[]; locked: boolean };

export type FetList = "days" | "hours" | "subjects" | "activityTags" | "teachers" | "buildings" | "rooms" | "students";

/** Why one row of the file was left out. A teacher is named by the line only. */
export type FetRejection = { line: number } & (
  | { code: "timetable.fet_name_missing"; facts: { list: FetList } }
  | { code: "timetable.fet_name_repeated"; facts: { list: FetList } }
  | { code: "timetable.fet_activity_id_wrong"; facts: { value: string } }
  | { code: "timetable.fet_activity_id_repeated"; facts: { activityId: number; firstLine: number } }
  | { code: "timetable.fet_duration_wrong"; facts: { activityId: number; value: string } }
  | { code: "timetable.fet_teacher_unknown"; facts: { activityId: number } }
  | { code: "timetable.fet_subject_unknown"; facts: { activityId: number; subject: string } }
  | { code: "timetable.fet_students_unknown"; facts: { activityId: number; students: string } }
  | { code: "timetable.fet_placed_activity_unknown"; facts: { value: string } }
  | { code: "timetable.fet_placed_day_unknown"; facts: { activityId: number; day: string } }
  | { code: "timetable.fet_placed_hour_unknown"; facts: { activityId: number; hour: string } }
  | { code: "timetable.fet_placed_past_day_end"; facts: { activityId: number; hour: string; duration: number } }
  | { code: "timetable.fet_placed_twice"; facts: { activityId: number; firstLine: number } }
  | { code: "timetable.fet_room_unknown"; facts: { activityId: number; room: string } }
);

/** Why the whole file was refused. */
export type FetRefusal =
  | { code: "timetable.fet_empty"; facts: Record<string, never> }
  | { code: "timetable.fet_encoding_broken"; facts: { line: number } }
  | { code: "timetable.fet_cut"; facts: { line: number } }
  | { code: "timetable.fet_not_xml"; facts: { line: number } }
  | { code: "timetable.fet_doctype_forbidden"; facts: { line: number } }
  | { code: "timetable.fet_not_fet"; facts: { root: string } }
  | { code: "timetable.fet_version_unknown"; facts: { version: string } };

/** A value, or the one reason why there is none. */
export type Read<T> = { ok: true; value: T } | { ok: false; refusal: FetRefusal };

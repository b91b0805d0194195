import Type from "typebox";
import { Day, Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Clock = Type.Union([Type.String(), Type.Null()]);
const Text = Type.Union([Type.String(), Type.Null()]);

/** A dated lesson as the timetable of its day shows it. */
export const LessonOfDay = Type.Object({
  pageId: Id,
  lessonId: Id,
  version: Version,
  groupId: Id,
  groupName: Type.String(),
  subject: Type.String(),
  shift: Type.Integer(),
  slot: Type.Integer(),
  starts: Clock,
  ends: Clock,
  teacherId: Id,
  teacher: Type.String(),
  substituteId: Type.Union([Id, Type.Null()]),
  substitute: Text,
  roomId: Type.Union([Id, Type.Null()]),
  room: Text,
  /** Whether the room is another than the timetable gave. */
  roomChanged: Type.Boolean(),
  cancelled: Type.Boolean(),
  /** Where the lesson stood before it was moved last. */
  movedFrom: Type.Union([Type.Object({ day: Day, slot: Type.Integer() }), Type.Null()]),
  /** The reason of the last change. */
  reason: Text,
});

export const lessonsOfDayRoute = defineRoute({
  operationId: "lessonsOfDay",
  summary: "All lessons of the school on a day with their changes, and the study days beside it",
  method: "GET",
  path: "/api/timetable/days/:day",
  act: "timetable.day.read",
  params: Type.Object({ day: Type.String({ maxLength: 40 }) }),
  response: Type.Object({
    day: Day,
    today: Day,
    /** The nearest days with lessons, before and after; null at the end of what is planned. */
    previous: Type.Union([Day, Type.Null()]),
    next: Type.Union([Day, Type.Null()]),
    /** The name of a day off or of holidays. */
    name: Text,
    /** Whether this person registers changes. */
    mayChange: Type.Boolean(),
    lessons: Type.Array(LessonOfDay),
    rooms: Type.Array(Type.Object({ roomId: Id, name: Type.String() })),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

export const substitutesForRoute = defineRoute({
  operationId: "substitutesFor",
  summary: "Teachers who are free at the time of a lesson, the most fitting first",
  method: "GET",
  path: "/api/timetable/pages/:pageId/lessons/:lessonId/substitutes",
  act: "timetable.substitutes.read",
  params: Type.Object({ pageId: Id, lessonId: Id }),
  response: Type.Object({
    teachers: Type.Array(
      Type.Object({
        personId: Id,
        name: Type.String(),
        teachesClass: Type.Boolean(),
        teachesSubject: Type.Boolean(),
        lessonsThatDay: Type.Integer(),
        /** Somebody else gives a lesson of this teacher on that day. */
        replaced: Type.Boolean(),
      }),
    ),
  }),
  failures: ["timetable.lesson_not_found", "access.not_permitted"],
});

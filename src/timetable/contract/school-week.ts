import Type from "typebox";
import { Day, Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { TIMETABLE_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof TIMETABLE_ACTS>();
const Weekday = Type.Integer({ minimum: 1, maximum: 7 });
const Slot = Type.Integer({ minimum: 0, maximum: 99 });
const Parity = Type.Integer({ minimum: 0, maximum: 2 });
const RoomId = Type.Union([Id, Type.Null()]);
const OptionalDay = Type.Union([Day, Type.Null()]);

/** A lesson of the repeating week of a page; `parity`: 0 every week, 1 odd, 2 even weeks. */
export const LessonOfWeek = Type.Object({ teacherId: Id, roomId: RoomId, weekday: Weekday, slot: Slot, parity: Parity }, { additionalProperties: false });

const PageOfSchool = Type.Object({
  pageId: Id,
  groupId: Id,
  group: Type.String(),
  subjectId: Id,
  subject: Type.String(),
  /** 1 and 2 are shifts of lessons, 0 the hours after them. */
  shift: Type.Integer(),
  gradeLevel: Type.Integer(),
  kind: Type.String(),
  longHomework: Type.Boolean(),
  /** The classes whose pupils the group gathers. */
  classIds: Type.Array(Id),
  load: Type.Array(Type.Object({ teacherId: Id, weeklyHours: Type.Number() })),
  /** From which day another week of this page already stands; what is saved now holds until then. */
  nextFrom: OptionalDay,
  /** The week in force on the day. */
  lessons: Type.Array(LessonOfWeek),
});

/** Served by the planning: the hours still to be placed are the load's. */
export const schoolWeekRoute = defineRoute({
  operationId: "schoolWeek",
  summary: "The repeating week of the whole school as it is in force on a day: by class, teacher and room",
  method: "GET",
  path: "/api/timetable/weeks/:day",
  act: "timetable.week.read",
  params: Type.Object({ day: Type.String({ maxLength: 40 }) }),
  response: Type.Object({
    day: Day,
    today: Day,
    year: Type.Union([Type.Object({ startsOn: Day, endsOn: Day, daysPerWeek: Type.Integer() }), Type.Null()]),
    /** Whether this person edits the week: the norm of the day names the role. */
    mayEdit: Type.Boolean(),
    /** Days from which a week of some page is another. */
    versions: Type.Array(Day),
    classes: Type.Array(Type.Object({ classId: Id, groupId: Id, name: Type.String(), gradeLevel: Type.Integer(), shift: Type.Integer() })),
    teachers: Type.Array(Type.Object({ personId: Id, name: Type.String() })),
    rooms: Type.Array(Type.Object({ roomId: Id, name: Type.String() })),
    bells: Type.Array(Type.Object({ shift: Type.Integer(), slot: Type.Integer(), starts: Type.String(), ends: Type.String() })),
    pages: Type.Array(PageOfSchool),
    /** Pairs of groups with common pupils; empty for who does not edit. */
    shared: Type.Array(Type.Tuple([Id, Id])),
    /** The norms `timetable.hour_limits` and `timetable.long_homework_a_day`; null where the school has none. */
    norms: Type.Object({ limits: Type.Unknown(), longHomework: Type.Union([Type.Integer(), Type.Null()]) }),
  }),
  failures: ["access.not_permitted", "timetable.not_a_day"],
});

const LessonSaid = Type.Object({ pageId: Id, lessonId: Id, group: Type.String(), subject: Type.String(), day: Day, slot: Type.Integer() });
const ClashSaid = Type.Object({
  kind: Type.Union([Type.Literal("teacher"), Type.Literal("room"), Type.Literal("class"), Type.Literal("group")]),
  weekday: Weekday,
  slot: Type.Integer(),
  first: Type.String(),
  second: Type.String(),
});

/** Served by the journal: only it knows on which lessons something is written. */
export const saveWeekRoute = defineRoute({
  operationId: "saveWeek",
  summary: "Sets the repeating week of pages from a day on and makes their lessons to come anew; with `preview` says what would happen and writes nothing",
  method: "PUT",
  path: "/api/timetable/weeks/:day",
  act: "timetable.week.set",
  params: Type.Object({ day: Type.String({ maxLength: 40 }) }),
  body: Type.Object(
    {
      pages: Type.Array(
        Type.Object(
          {
            pageId: Id,
            /** The week that was seen: another one that stands now is a conflict. */
            seen: Type.Array(LessonOfWeek, { maxItems: 100 }),
            lessons: Type.Array(LessonOfWeek, { maxItems: 100 }),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: 1000 },
      ),
      preview: Type.Optional(Type.Boolean()),
      /** The clashes were shown, and it is to be saved all the same. */
      despiteClashes: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    saved: Type.Boolean(),
    from: Day,
    added: Type.Integer(),
    altered: Type.Integer(),
    dropped: Type.Integer(),
    stays: Type.Integer(),
    /** Lessons with entries that lose their day: cancelled, their entries stay readable. */
    cancelled: Type.Array(LessonSaid),
    /** Lessons changed by hand that stand in no place of the new week: they stay. */
    kept: Type.Array(LessonSaid),
    clashes: Type.Array(ClashSaid),
  }),
  failures: [
    "access.not_permitted",
    "regulation.norm_not_in_force",
    "timetable.not_a_day",
    "timetable.from_not_ahead",
    "timetable.day_outside_year",
    "timetable.no_year",
    "timetable.page_not_found",
    "timetable.week_changed_meanwhile",
    "timetable.week_misplaced",
    "timetable.week_stranger",
    "timetable.week_clashes",
  ],
});

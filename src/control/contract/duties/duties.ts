import Type from "typebox";
import { Day, Id, Version } from "../../../foundation/contract.ts";
import { routesOf } from "../../../foundation/route.ts";
import type { DUTY_ACTS } from "../../rules/duties/acts.ts";
import { DUTY_CODES } from "../../rules/duties/duty-kinds.ts";
import { SPAN_KINDS } from "../../rules/duties/spans.ts";

const defineRoute = routesOf<keyof typeof DUTY_ACTS>();

const Nullable = <T extends Type.TSchema>(shape: T) => Type.Union([shape, Type.Null()]);
const Code = Type.Enum(DUTY_CODES);
const AboutId = Type.Integer({ minimum: 0, maximum: 2147483647 });
const Instant = Type.String({ format: "date-time" });

/** An open duty: what is owed, until when, by which clause, and the place where it is done. */
export const Duty = Type.Object({
  kind: Code,
  state: Type.Enum(["overdue", "today", "soon"]),
  dueAt: Instant,
  /** The deadline as the norm writes it, its act and clause. */
  norm: Type.String(),
  act: Type.String(),
  clause: Type.String(),
  /** What it is about: the lesson, class, page, person or thing of the register, 0 the school; and its day. */
  aboutId: AboutId,
  day: Day,
  groupName: Type.String(),
  subject: Type.String(),
  title: Type.String(),
  pageId: Nullable(Id),
  lessonId: Nullable(Id),
  classId: Nullable(Id),
  slot: Nullable(Type.Integer()),
  span: Nullable(Type.Object({ kind: Type.Enum(SPAN_KINDS), no: Type.Integer({ minimum: 0 }), startsOn: Day, endsOn: Day })),
  left: Type.Array(Type.Object({ what: Type.String(), count: Type.Integer({ minimum: 1 }) })),
  /** Steps it has had: what who speaks of it next has seen. */
  stepNo: Version,
  /** Handed in, and waits for its controller; or why it came back. */
  awaits: Type.Boolean(),
  returned: Nullable(Type.String()),
});

export const myDutiesRoute = defineRoute({
  operationId: "myDuties",
  summary: "What the person owes, with deadlines and clauses, and what was done today",
  method: "GET",
  path: "/api/control/my-duties",
  act: "control.duty.mine",
  response: Type.Object({
    now: Instant,
    /** The earliest deadline first. */
    duties: Type.Array(Duty),
    /** Lessons that the person wrote today, the last first. */
    done: Type.Array(Type.Object({ pageId: Id, lessonId: Id, day: Day, groupName: Type.String(), subject: Type.String(), at: Instant })),
    /** Lessons of this month until now: how many were held, how many of them were written in time. */
    month: Type.Object({ held: Type.Integer(), inTime: Type.Integer() }),
  }),
  failures: ["access.not_permitted"],
});

const Counts = { overdue: Type.Integer({ minimum: 0 }), today: Type.Integer({ minimum: 0 }), soon: Type.Integer({ minimum: 0 }) };

export const schoolDutiesRoute = defineRoute({
  operationId: "schoolDuties",
  summary: "What is owed in the school, by who owes it and by kind, and what waits to be accepted",
  method: "GET",
  path: "/api/control/duties",
  act: "control.duty.school",
  response: Type.Object({
    now: Instant,
    /** Who owes most stands first; what a role owes together stands with the one who answers for it. */
    people: Type.Array(
      Type.Object({
        /** 0: nobody is named. */
        personId: AboutId,
        name: Type.String(),
        ...Counts,
        kinds: Type.Array(Type.Object({ kind: Code, ...Counts })),
      }),
    ),
    kinds: Type.Array(
      Type.Object({
        kind: Code,
        row: Type.String(),
        /** The term in force today with its act and clause; null: the school does not ask for it. */
        norm: Nullable(Type.String()),
        act: Type.String(),
        clause: Type.String(),
        /** Whom it answers to. */
        controller: Type.String(),
        ...Counts,
      }),
    ),
    /** Handed in and not yet accepted, the longest waiting first. */
    awaiting: Type.Array(Type.Object({ duty: Duty, personId: AboutId, name: Type.String(), doneAt: Instant, note: Type.String(), document: Type.String() })),
  }),
  failures: ["access.not_permitted"],
});

export const personDutiesRoute = defineRoute({
  operationId: "personDuties",
  summary: "The duties behind a number of the school's list: of a person, of a kind, or both",
  method: "GET",
  path: "/api/control/duties/list",
  act: "control.duty.school",
  query: Type.Object({ personId: Type.Optional(AboutId), kind: Type.Optional(Code) }),
  response: Type.Object({
    now: Instant,
    /** The earliest deadline first; the most that a screen takes. */
    duties: Type.Array(
      Type.Object({ duty: Duty, name: Type.String(), controller: Type.String(), /** Who answers above that person; empty: nobody. */ superior: Type.String() }),
    ),
    /** How many there are in all. */
    all: Type.Integer({ minimum: 0 }),
  }),
  failures: ["access.not_permitted"],
});

const Said = Type.Object({ stepNo: Version, step: Type.Enum(["done", "accepted", "returned"]), madeAt: Instant });
const Words = { note: Type.String({ maxLength: 1000 }), document: Type.String({ maxLength: 200 }) };

export const performDutyRoute = defineRoute({
  operationId: "performDuty",
  summary: "Who owes a duty says that it is done; what is said is never taken away",
  method: "POST",
  path: "/api/control/duties/:kind/done",
  act: "control.duty.perform",
  params: Type.Object({ kind: Code }),
  body: Type.Object({ aboutId: AboutId, day: Day, expectedVersion: Version, ...Words }),
  response: Said,
  failures: ["access.not_permitted", "timetable.not_a_day", "control.duty_not_found", "control.duty_not_said", "control.duty_changed_meanwhile"],
});

export const judgeDutyRoute = defineRoute({
  operationId: "judgeDuty",
  summary: "The controller accepts what was handed in, or returns it with a word why",
  method: "POST",
  path: "/api/control/duties/:kind/judged",
  act: "control.duty.judge",
  params: Type.Object({ kind: Code }),
  body: Type.Object({ aboutId: AboutId, day: Day, expectedVersion: Version, accepted: Type.Boolean(), note: Words.note }),
  response: Said,
  failures: [
    "access.not_permitted",
    "timetable.not_a_day",
    "control.duty_not_found",
    "control.duty_not_handed_in",
    "control.return_without_word",
    "control.duty_changed_meanwhile",
  ],
});

import Type from "typebox";
import type { Static, TSchema } from "typebox";
import { Check } from "typebox/value";
import type { Refusal } from "../../foundation/failure.ts";
import { CONTROL_NORMS } from "./control-norms.ts";
import { ACCUMULATION_NORMS, CONTROL_WORK_NORMS } from "./control-work-norms.ts";
import { parseLessonDeadline } from "./deadline.ts";
import { DUTY_NORMS } from "./duty-norms.ts";
import { PAPER_MODES } from "./journal-kinds.ts";
import { PLAN_NORMS } from "./plan-norms.ts";
import { PERIOD_NORMS } from "./period-norms.ts";
import { KEEPING_NORMS } from "./register/keeping-norms.ts";
import { LESSON_NORMS } from "./register/lesson-norms.ts";
import { OVERSIGHT_NORMS } from "./register/oversight-norms.ts";
import { PEOPLE_NORMS } from "./register/people-norms.ts";
import { YEAR_NORMS } from "./register/year-norms.ts";

/** What a code of a norm means, in which unit, and the shape of its value. */
type NormKind = { readonly meaning: string; readonly unit: string; readonly shape: TSchema };

const Scale = Type.Array(Type.String({ minLength: 1, maxLength: 8 }), { minItems: 1, maxItems: 110, uniqueItems: true });
/** `lesson_date.end`, `class_day_end + 1h30m`, `lesson_date + 7d`: what rules/deadline.ts reads */
const Deadline = Type.Refine(Type.String({ maxLength: 40 }), (text) => parseLessonDeadline(text) !== null);
const Tokens = Type.Array(Type.String({ minLength: 1, maxLength: 8 }), { maxItems: 30, uniqueItems: true });
const Duration = Type.String({ pattern: "^(\\d+h\\d+m|\\d+h|\\d+m)$" });
const Minutes = Type.Integer({ minimum: 1, maximum: 240 });
const MonthDay = Type.String({ pattern: "^\\d{2}-\\d{2}$" });
const Days = Type.String({ pattern: "^\\d+d$" });

const Kind = Type.Object(
  { marks: Type.Boolean(), attendance: Type.Boolean(), homework: Type.Boolean(), topics: Type.Boolean(), paper: Type.Enum(PAPER_MODES) },
  { additionalProperties: false },
);
const kindOf = (pages: string) => ({ meaning: `what ${pages} are made of, and whether they are printed`, unit: "uses and paper mode", shape: Kind }) as const;

const EntryCounts = Type.Union([
  Type.Object({ by: Type.Literal("arrival") }, { additionalProperties: false }),
  Type.Object({ by: Type.Literal("device"), within: Duration }, { additionalProperties: false }),
]);

/** The register of norms: a code that is not here is no norm. */
export const NORMS = {
  ...CONTROL_WORK_NORMS,
  ...ACCUMULATION_NORMS,
  ...PERIOD_NORMS,
  ...CONTROL_NORMS,
  ...PEOPLE_NORMS,
  ...YEAR_NORMS,
  ...LESSON_NORMS,
  ...OVERSIGHT_NORMS,
  ...KEEPING_NORMS,
  "corrections.reason_after": {
    meaning: "until when a written topic, mark, homework or absence is changed without a reason",
    unit: "deadline",
    shape: Deadline,
  },
  "marks.scale_current": { meaning: "tokens that may stand in a cell of a lesson, best first", unit: "tokens", shape: Scale },
  "marks.scale_period": { meaning: "tokens that may stand in a cell of a term, best first", unit: "tokens", shape: Scale },
  "marks.outside_average": { meaning: "tokens that may stand in a cell of a lesson beside the scale and enter no average", unit: "tokens", shape: Tokens },
  "marks.forbidden": {
    meaning: "tokens that the school's act does not allow, each with the sentence why",
    unit: "tokens",
    shape: Type.Array(
      Type.Object(
        { token: Type.String({ minLength: 1, maxLength: 8 }), reason: Type.String({ minLength: 1, maxLength: 300 }) },
        { additionalProperties: false },
      ),
    ),
  },
  "marks.usual_work": {
    meaning: "code of the work type a lesson has while the teacher chose none; an empty text: it must be chosen each time",
    unit: "work type",
    shape: Type.String({ maxLength: 12 }),
  },
  "marks.oral_due": { meaning: "until when a mark for an oral answer is put on time", unit: "deadline", shape: Deadline },
  "marks.written_due": { meaning: "until when a mark for a written work is put on time", unit: "deadline", shape: Deadline },
  "marks.control_due": { meaning: "until when a mark for a control or test work is put on time", unit: "deadline", shape: Deadline },
  "marks.point_due": { meaning: "until when a work noted by a point is to be handed in", unit: "deadline", shape: Deadline },
  "marks.retake_counts": {
    meaning: "which mark counts in averages when a work was done again",
    unit: "rule",
    shape: Type.Union([Type.Literal("last"), Type.Literal("best"), Type.Literal("both")]),
  },
  "marks.attended_without_mark": {
    meaning: "after how many attended lessons in a row without a mark a pupil is shown to the teacher",
    unit: "lessons",
    shape: Type.Integer({ minimum: 1, maximum: 20 }),
  },
  "lesson.entry": { meaning: "until when a lesson's topic, marks and absences are entered on time", unit: "deadline", shape: Deadline },
  "lesson.entry_counts": {
    meaning: "by which moment an entry that waited on a device without network is judged: its arrival, or its writing down when it came soon enough after",
    unit: "moment",
    shape: EntryCounts,
  },
  "homework.entry": { meaning: "until when the homework of a lesson is entered on time", unit: "deadline", shape: Deadline },
  "homework.day_minutes": {
    meaning: "how much time all homework of a class for one day may take, by grade",
    unit: "minutes",
    shape: Type.Array(
      Type.Object(
        { from: Type.Integer({ minimum: 1, maximum: 12 }), to: Type.Integer({ minimum: 1, maximum: 12 }), minutes: Type.Integer({ minimum: 0, maximum: 600 }) },
        { additionalProperties: false },
      ),
      { maxItems: 12 },
    ),
  },
  "homework.day_off_percent": {
    meaning: "which part of the usual time the homework for days off may take",
    unit: "percent",
    shape: Type.Integer({ minimum: 0, maximum: 100 }),
  },
  "homework.paper_diary": { meaning: "whether the homework must also stand in the paper diary", unit: "yes or no", shape: Type.Boolean() },
  "records.language": {
    meaning: "the language of topics, tasks and homework in all subjects",
    unit: "language",
    shape: Type.Union([Type.Literal("any"), Type.Literal("ru")]),
  },
  "records.self_check_day": {
    meaning: "until which day of the next month a teacher checks that topics and homework of the month are written",
    unit: "day of the month",
    shape: Type.Integer({ minimum: 1, maximum: 28 }),
  },
  "files.most_bytes": { meaning: "how large a file attached to homework may be", unit: "bytes", shape: Type.Integer({ minimum: 1, maximum: 20_971_520 }) },
  "files.per_lesson": { meaning: "how many files and links one lesson may carry", unit: "files", shape: Type.Integer({ minimum: 0, maximum: 50 }) },
  "files.endings": {
    meaning: "endings of the names of files that may be attached",
    unit: "endings",
    shape: Type.Array(Type.String({ pattern: "^\\.[a-z0-9]{1,8}$" }), { maxItems: 60, uniqueItems: true }),
  },
  "timetable.substitution_window": {
    meaning: "how long before and after the lesson's day a substitute may write",
    unit: "days",
    shape: Type.Object({ before: Days, after: Days }, { additionalProperties: false }),
  },
  "attendance.reason_due": { meaning: "until when the homeroom teacher gives the reason of an absence", unit: "deadline", shape: Deadline },
  "attendance.alarm_percent": {
    meaning: "which share of a month's lessons missed is alarming",
    unit: "percent",
    shape: Type.Integer({ minimum: 1, maximum: 100 }),
  },
  "marks.unmarked_grades": {
    meaning: "grades that work without marks",
    unit: "grades",
    shape: Type.Array(Type.Integer({ minimum: 0, maximum: 12 }), { maxItems: 13, uniqueItems: true }),
  },
  "journal.kind.class": kindOf("pages of classes"),
  "journal.kind.subgroup": kindOf("pages of subgroups"),
  "journal.kind.elective": kindOf("pages of elective courses"),
  "journal.kind.optional_course": kindOf("pages of optional courses"),
  "journal.kind.club": kindOf("pages of clubs"),
  "journal.kind.section": kindOf("pages of sports sections"),
  "journal.kind.extended_day": kindOf("pages of extended-day groups"),
  "journal.kind.additional_education": kindOf("pages of associations of additional education"),
  "journal.kind.home_study": kindOf("pages of teaching at home"),
  "journal.kind.family_education": kindOf("pages of family education and self-education"),
  "journal.kind.extracurricular": kindOf("pages of extracurricular activities"),
  "timetable.editor": {
    meaning: "whose role edits the timetable of the week and the bells",
    unit: "roles",
    shape: Type.Array(Type.Union([Type.Literal("deputy_studies"), Type.Literal("journal_admin")]), { minItems: 1, uniqueItems: true }),
  },
  "lesson.substitution_recorded": {
    meaning: "who records a substitution: the teacher at the moment of entering another's lesson, or the deputy alone",
    unit: "choice",
    shape: Type.Union([Type.Literal("at_entry"), Type.Literal("by_deputy")]),
  },
  "timetable.hour_limits": {
    meaning: "the longest lesson, the shortest break, and what the first grade has between two days of the year",
    unit: "minutes, lessons a day, hours a week",
    shape: Type.Object(
      {
        lessonMinutes: Minutes,
        breakMinutes: Minutes,
        firstGrade: Type.Object(
          { from: MonthDay, to: MonthDay, lessons: Type.Integer({ minimum: 1 }), lessonMinutes: Minutes, weeklyHours: Type.Integer({ minimum: 1 }) },
          { additionalProperties: false },
        ),
      },
      { additionalProperties: false },
    ),
  },
  "timetable.long_homework_a_day": {
    meaning: "how many subjects with long homework a class may have in one day",
    unit: "subjects",
    shape: Type.Integer({ minimum: 1, maximum: 10 }),
  },
  ...PLAN_NORMS,
  ...DUTY_NORMS,
  "identity.idle_timeout": { meaning: "after how long without a request a session ends", unit: "duration", shape: Duration },
} as const satisfies Record<string, NormKind>;

export type NormCode = keyof typeof NORMS;
/** The value of a norm, as its register line shapes it. */
export type NormValue<C extends NormCode> = Static<(typeof NORMS)[C]["shape"]>;

export type NormRefusal = Refusal<"regulation.norm_unknown" | "regulation.norm_misshapen">;

/** Why a norm cannot be set: its code is not in the register, or its value has another shape or lies out of its bounds. */
export function refusalToSetNorm(code: string, value: unknown): NormRefusal | null {
  if (!Object.hasOwn(NORMS, code)) return { code: "regulation.norm_unknown", facts: { code } };
  const { shape, unit } = NORMS[code as NormCode];
  return Check(shape, value) ? null : { code: "regulation.norm_misshapen", facts: { code, unit, value } };
}

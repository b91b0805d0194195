import Type from "typebox";
import type { TSchema } from "typebox";
import { parseLessonDeadline } from "../deadline.ts";

/** A line of the register: what the norm means, in which unit, and the shape and the bounds of its value. */
export const norm = <S extends TSchema>(meaning: string, unit: string, shape: S) => ({ meaning, unit, shape }) as const;

/** Where the acts of a school may say nothing: the value is null, and nothing is demanded by the norm. */
export const Nullable = <S extends TSchema>(shape: S) => Type.Union([shape, Type.Null()]);
export const Yes = Type.Boolean();
export const Whole = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
export const ShortText = Type.String({ minLength: 1, maxLength: 60 });
export const Text = Type.String({ minLength: 1, maxLength: 300 });
export const Choice = <const W extends string[]>(...words: W) => Type.Enum(words);
export const Some = <const W extends readonly string[]>(words: W) => Type.Array(Type.Enum([...words] as W[number][]), { uniqueItems: true });

/** A deadline that hangs on a lesson: what rules/deadline.ts reads. */
export const LessonDue = Type.Refine(Type.String({ maxLength: 40 }), (text) => parseLessonDeadline(text) !== null);
/** How often something is done; `systematic`: often enough, no number given. */
export const EVERY = ["daily", "weekly", "monthly", "quarterly", "twice_a_year", "year_start", "period_end", "year_end", "systematic", "as_needed"] as const;
export const Every = Type.Enum([...EVERY]);
export const Occasions = Some(EVERY);

/** The roles that regulations name. The first ten are those of the program; the others are named, and their duties are done under a role of the program. */
export const NAMED_ROLES = [
  "director",
  "deputy_studies",
  "journal_admin",
  "secretary",
  "homeroom_teacher",
  "subject_teacher",
  "nurse",
  "social_pedagogue",
  "guardian",
  "pupil",
  "deputy_upbringing",
  "primary_teacher",
  "extracurricular_teacher",
  "additional_education_teacher",
  "extended_day_educator",
  "working_group_member",
  "expert_group_member",
  "head_of_department",
  "head_of_sector",
  "head_of_association",
  "psychologist",
  "parents_committee_member",
  "librarian",
  "service_official",
  "technical_overseer",
  "technical_support",
  "methodist",
  "computer_engineer",
  "tutor",
] as const;
export type NamedRole = (typeof NAMED_ROLES)[number];
/** Who does it; none: the acts name nobody. */
export const Roles = Some(NAMED_ROLES);
export const RoleList = Type.Array(Type.Enum([...NAMED_ROLES]), { minItems: 1, uniqueItems: true });
export const Labels = Type.Partial(
  Type.Object(
    Object.fromEntries([...NAMED_ROLES, "class", "subgroup"].map((thing) => [thing, ShortText])) as Record<NamedRole | "class" | "subgroup", typeof ShortText>,
    {
      additionalProperties: false,
    },
  ),
);

const Date = Type.String({ pattern: "^\\d{4}-\\d{2}-\\d{2}$" });
/** Two days, both included. */
export const Span = Type.Object({ from: Date, to: Date }, { additionalProperties: false });

/** What a school sets up before a year; each is read from the data. */
export const SETUP_ITEMS = [
  "year_calendar",
  "periods",
  "bells",
  "classes",
  "homeroom_teachers",
  "group_splits",
  "subjects",
  "teaching_load",
  "timetable",
  "programmes",
  "lesson_plans",
  "control_schedule",
  "staff_accounts",
  "invitation_codes",
  "parent_accounts",
  "pupil_data",
] as const;
export type SetupItem = (typeof SETUP_ITEMS)[number];
export const SetupItems = Type.Array(Type.Object({ item: Type.Enum([...SETUP_ITEMS]), by: RoleList }, { additionalProperties: false }), {
  maxItems: SETUP_ITEMS.length,
});

/** How long copies are kept: those of every day in days, of every week in months, of every month and year in years. */
export const Backups = Type.Object(
  { dailyDays: Whole(1, 366), weeklyMonths: Whole(0, 60), monthlyYears: Whole(0, 50), yearlyYears: Whole(0, 75) },
  { additionalProperties: false },
);

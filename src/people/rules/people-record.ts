import type { LocalDate } from "../../foundation/day.ts";

export type PeopleKind = "pupils" | "guardians" | "staff";

export type PersonName = { surname: string; givenName: string; patronymic: string | null };

export type PupilRecord = PersonName & {
  line: number;
  birthOn: LocalDate | null;
  className: string;
  personalNo: string | null;
  phone: string | null;
  /** Parts of the class and streams the pupil is in, by their names. */
  groups: string[];
};

export type GuardianRecord = PersonName & {
  /** Every row of the file that speaks of this person. */
  lines: number[];
  phone: string | null;
  children: ChildRef[];
};

/** Which pupil is meant: a row of the pupils' file read with it, or somebody to be found in the school. */
export type ChildRef = { line: number; relation: string } & (
  | { by: "row"; pupilLine: number }
  | { by: "number"; personalNo: string }
  | { by: "name"; name: PersonName; className: string }
);

export type StaffRole = "director" | "deputy_studies" | "journal_admin" | "secretary" | "homeroom_teacher" | "subject_teacher" | "nurse" | "social_pedagogue";

export type StaffRecord = PersonName & {
  line: number;
  birthOn: LocalDate | null;
  personnelNo: string | null;
  phone: string | null;
  position: string;
  roles: StaffRole[];
  subjects: string[];
  /** The class this person is homeroom teacher of. */
  homeroomOf: string | null;
};

export type Field =
  | "fullName"
  | "surname"
  | "givenName"
  | "patronymic"
  | "birthOn"
  | "className"
  | "personalNo"
  | "groups"
  | "personnelNo"
  | "phone"
  | "position"
  | "roles"
  | "subjects"
  | "homeroomOf"
  | "child"
  | "childClass"
  | "childNo"
  | "relation";

export type RowRejection =
  | {
      code: "people.surname_missing" | "people.given_name_missing" | "people.class_missing" | "people.child_missing" | "people.child_class_missing";
      facts: Record<string, never>;
    }
  | { code: "people.name_too_long"; facts: { length: number } }
  | { code: "people.date_wrong" | "people.birth_in_future"; facts: { value: string } }
  | { code: "people.class_unknown"; facts: { className: string } }
  | { code: "people.row_repeated" | "people.number_repeated"; facts: { firstLine: number } }
  | { code: "people.row_too_long"; facts: { surplus: number } }
  | { code: "people.child_ambiguous"; facts: { pupilLines: number[] } }
  | { code: "people.role_unknown"; facts: { role: string } };

export type RowReport = { file: PeopleKind; line: number } & ({ outcome: "ok" } | ({ outcome: "rejected" } & RowRejection));

/** Why a whole file is refused; nothing of the others is taken then either. */
export type PeopleRefusal =
  | { code: "people.file_empty" | "people.file_not_text"; facts: { file: PeopleKind } }
  | { code: "people.file_encoding_broken" | "people.file_quote_open"; facts: { file: PeopleKind; line: number } }
  | { code: "people.file_header_repeated"; facts: { file: PeopleKind; line: number; columns: [number, number] } }
  | { code: "people.file_column_twice"; facts: { file: PeopleKind; columns: [string, string] } }
  | { code: "people.file_column_missing"; facts: { file: PeopleKind; field: Field } };

export type PeopleFile = {
  pupils: PupilRecord[];
  guardians: GuardianRecord[];
  staff: StaffRecord[];
  /** One report per row of every file, in the order of the rows. */
  report: RowReport[];
  /** Titles of columns that nobody reads. */
  unusedColumns: { file: PeopleKind; column: string }[];
};

/** What the reader may ask of the school. Without it nothing is held against a row. */
export type Known = {
  /** A birth date after this day is rejected. */
  today?: LocalDate;
  /** Whether the school has the class, by its name as the file writes it. */
  hasClass?: (className: string) => boolean;
};

import Type from "typebox";
import { Id, Version } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

const Text = Type.Union([Type.String({ maxLength: 2000 }), Type.Null()]);

/** What a lesson gives to one pupil, as it stands after a save. */
export const PupilNote = Type.Object({ homework: Text, comment: Text, version: Version });

export const setPupilNoteRoute = defineRoute({
  operationId: "setPupilNote",
  summary: "Writes homework for one pupil or the teacher's comment on the pupil over the version seen; what is left out stays",
  method: "PUT",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/pupils/:pupilId/note",
  act: "journal.pupil_note.set",
  params: Type.Object({ pageId: Id, lessonId: Id, pupilId: Id }),
  body: Type.Object({ homework: Type.Optional(Text), comment: Type.Optional(Text), expectedVersion: Version }, { additionalProperties: false }),
  response: PupilNote,
  failures: [
    "timetable.lesson_not_found",
    "access.not_permitted",
    "timetable.lesson_cancelled",
    "people.pupil_not_in_group",
    "journal.pupil_note_changed_meanwhile",
    "timetable.substitution_window_over",
  ],
});

import Type from "typebox";
import { Id } from "../../foundation/contract.ts";
import { routesOf } from "../../foundation/route.ts";
import type { JOURNAL_ACTS } from "../rules/acts.ts";
import { KNOWN_ENDINGS } from "../rules/attached-file.ts";

const defineRoute = routesOf<keyof typeof JOURNAL_ACTS>();

/** A file is held in memory while it is kept; the norm `files.most_bytes` goes no further. */
const MOST_IN_MEMORY = 20 * 1024 * 1024;

/** A file or a link of a lesson's homework; `address` is the link's own, null for a file. */
export const Attachment = Type.Object({
  attachmentId: Id,
  name: Type.String(),
  address: Type.Union([Type.String(), Type.Null()]),
  /** Bytes of a file. */
  size: Type.Union([Type.Integer(), Type.Null()]),
});

const lesson = Type.Object({ pageId: Id, lessonId: Id });
const REFUSALS = [
  "timetable.lesson_not_found",
  "access.not_permitted",
  "timetable.lesson_cancelled",
  "timetable.substitution_window_over",
  "journal.attachments_too_many",
] as const;

export const attachFileRoute = defineRoute({
  operationId: "attachFile",
  summary: "Attaches a file to the homework of a lesson; the same file once more is the one that is there",
  method: "POST",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/files",
  act: "journal.attachment.add",
  params: lesson,
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 300 }) }),
  upload: { endings: KNOWN_ENDINGS, most: MOST_IN_MEMORY },
  response: Attachment,
  failures: [...REFUSALS, "foundation.file_ending", "foundation.file_too_large", "journal.file_not_as_named", "journal.file_empty"],
});

export const attachLinkRoute = defineRoute({
  operationId: "attachLink",
  summary: "Attaches a link to the homework of a lesson; the same link once more is the one that is there",
  method: "POST",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/links",
  act: "journal.attachment.add",
  params: lesson,
  body: Type.Object(
    { address: Type.String({ minLength: 1, maxLength: 1000 }), name: Type.Optional(Type.String({ maxLength: 120 })) },
    { additionalProperties: false },
  ),
  response: Attachment,
  failures: [...REFUSALS, "journal.not_a_web_address"],
});

export const removeAttachmentRoute = defineRoute({
  operationId: "removeAttachment",
  summary: "Takes a file or a link away from a lesson; what is away already is answered as done",
  method: "DELETE",
  path: "/api/journal/pages/:pageId/lessons/:lessonId/attachments/:attachmentId",
  act: "journal.attachment.remove",
  params: Type.Object({ pageId: Id, lessonId: Id, attachmentId: Id }),
  response: Type.Object({ attachmentId: Id }),
  failures: [
    "timetable.lesson_not_found",
    "journal.attachment_not_found",
    "access.not_permitted",
    "timetable.lesson_cancelled",
    "timetable.substitution_window_over",
  ],
});

export const readAttachmentRoute = defineRoute({
  operationId: "readAttachment",
  summary: "The content of a file of a lesson, to be kept: for the page's teachers and heads, and for the pupils of the lesson and their guardians",
  method: "GET",
  path: "/api/journal/attachments/:attachmentId",
  act: "journal.attachment.read",
  kind: "file",
  params: Type.Object({ attachmentId: Id }),
  response: Type.String(),
  failures: ["journal.attachment_not_found", "access.not_permitted"],
});

import { createHash } from "node:crypto";
import { permit } from "../../../access/rules/permit.ts";
import type { Context } from "../../../access/server/door.ts";
import { Failure } from "../../../foundation/failure.ts";
import { demandSize, hasEnding } from "../../../foundation/files/file-upload.ts";
import type { Admission } from "../../../foundation/files/file-upload.ts";
import type { Entry } from "../../../foundation/ledger.ts";
import type { Input, Output } from "../../../foundation/route.ts";
import { FileBody } from "../../../foundation/serve.ts";
import { refusalToWrite } from "../../../planning/rules/lesson-entry.ts";
import { demandNorms } from "../../../regulation/server/door.ts";
import { attachFileRoute, attachLinkRoute, readAttachmentRoute, removeAttachmentRoute } from "../../contract/attachments.ts";
import { LESSON_SET } from "../../contract/events.ts";
import { JOURNAL_ACTS } from "../../rules/acts.ts";
import { isWebAddress, mediaOf, tidyName } from "../../rules/attached-file.ts";
import { FILE, FILE_TIES, LESSON_FOR_ATTACHMENT, STORE_CONTENT, storeAttachment, storeRemoval } from "./attachment-queries.ts";
import type { FactsForAttachment, NewAttachment, StandingAttachment } from "./attachment-queries.ts";

type Lesson = { pageId: number; lessonId: number };
type Act = "journal.attachment.add" | "journal.attachment.remove";
type Writing = { facts: FactsForAttachment; entry: (body: object) => Entry };

/** The facts of a lesson that the person may change, and how the ledger is told of it. */
async function lessonToAttach({ tx, actor, now }: Context, { pageId, lessonId }: Lesson, act: Act): Promise<Writing> {
  const { schoolId, personId, today } = actor;
  const facts = await tx.row(LESSON_FOR_ATTACHMENT, [schoolId, pageId, lessonId, personId, today]);
  if (!facts) throw new Failure("not_found", "timetable.lesson_not_found");
  const right = permit(actor, JOURNAL_ACTS, act, { own_page: facts.teachesPage || facts.substitutes });
  demandNorms(facts.lessonDay, {
    "timetable.substitution_window": facts.window,
    "files.most_bytes": facts.most,
    "files.per_lesson": facts.perLesson,
    "files.endings": facts.endings,
  });
  const refusal = refusalToWrite(facts, today, "ahead");
  if (refusal) throw new Failure("refused", refusal.code, refusal.facts);
  const event = { topic: LESSON_SET, body: { pageId, groupId: facts.groupId, lessonId, day: facts.lessonDay } };
  return { facts, entry: (body) => ({ schoolId, stream: pageId, actor: personId, at: now, act, right, body: { lesson: lessonId, ...body }, event }) };
}

function demandPlace({ standing, perLesson }: FactsForAttachment): void {
  if (standing.length >= perLesson!) throw new Failure("refused", "journal.attachments_too_many", { most: perLesson });
}

const shown = ({ attachmentId, name, address, size }: StandingAttachment): Output<typeof attachFileRoute> => ({ attachmentId, name, address, size });

async function keep(context: Context, { lessonId }: Lesson, a: NewAttachment, { entry }: Writing): Promise<Output<typeof attachFileRoute>> {
  const { name, address, size } = a;
  const attachmentId = await storeAttachment(context.tx, lessonId, a, (id) => entry({ attachment: id, after: { name, address, size } }));
  return { attachmentId, name, address, size };
}

/** Whether a file may come, by its name and its told size alone: nothing of it is read before. */
export async function admitFile(context: Context, { params }: Omit<Input<typeof attachFileRoute>, "body">, { name, bytes }: Admission): Promise<void> {
  const { facts } = await lessonToAttach(context, params, attachFileRoute.act);
  if (!hasEnding(name, facts.endings!)) throw new Failure("invalid", "foundation.file_ending", { endings: facts.endings });
  demandSize(bytes, facts.most!);
}

/** Keeps a file with its lesson when its content is what its name says. */
export async function attachFile(context: Context, { params, query, body }: Input<typeof attachFileRoute>): Promise<Output<typeof attachFileRoute>> {
  const writing = await lessonToAttach(context, params, attachFileRoute.act);
  demandSize(body.length, writing.facts.most!);
  const name = tidyName(query.name);
  const known = mediaOf(name, body);
  if ("code" in known) throw new Failure("invalid", known.code, known.facts);
  const sha256 = createHash("sha256").update(body).digest();
  const same = writing.facts.standing.find((a) => a.sha256 === sha256.toString("hex") && a.name === name);
  if (same) return shown(same);
  demandPlace(writing.facts);
  await context.tx.rows(STORE_CONTENT, [context.actor.schoolId, sha256, body]);
  return keep(context, params, { name, address: null, size: body.length, media: known.media, sha256 }, writing);
}

/** Keeps a link with its lesson; without a name it is called by its host. */
export async function attachLink(context: Context, { params, body }: Input<typeof attachLinkRoute>): Promise<Output<typeof attachLinkRoute>> {
  const writing = await lessonToAttach(context, params, attachLinkRoute.act);
  const address = body.address.trim();
  if (!isWebAddress(address)) throw new Failure("invalid", "journal.not_a_web_address");
  const same = writing.facts.standing.find((a) => a.address === address);
  if (same) return shown(same);
  demandPlace(writing.facts);
  const name = tidyName(body.name ?? "") || new URL(address).hostname;
  return keep(context, params, { name, address, size: null, media: null, sha256: null }, writing);
}

/** Takes a file or a link away from its lesson. */
export async function removeAttachment(context: Context, { params }: Input<typeof removeAttachmentRoute>): Promise<Output<typeof removeAttachmentRoute>> {
  const { attachmentId, lessonId } = params;
  const { facts, entry } = await lessonToAttach(context, params, removeAttachmentRoute.act);
  const standing = facts.standing.find((a) => a.attachmentId === attachmentId);
  if (standing) await storeRemoval(context.tx, lessonId, attachmentId, entry({ attachment: attachmentId, before: shown(standing) }));
  return { attachmentId };
}

/** The content of a file for one who may see its lesson. */
export async function readAttachment({ tx, actor }: Context, { params }: Input<typeof readAttachmentRoute>): Promise<FileBody> {
  const { schoolId, personId, today } = actor;
  const ties = await tx.row(FILE_TIES, [schoolId, params.attachmentId, personId, today]);
  if (!ties) throw new Failure("not_found", "journal.attachment_not_found");
  permit(actor, JOURNAL_ACTS, readAttachmentRoute.act, { own_page: ties.teachesPage, own_class: ties.ownClass, own_child: ties.ownChild, self: ties.self });
  const { name, media, content } = (await tx.row(FILE, [schoolId, params.attachmentId]))!;
  return new FileBody(name, media, content);
}

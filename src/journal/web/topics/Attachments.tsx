import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState } from "react";
import { fileSizeRu } from "../../../foundation/ui/file-size.ru.ts";
import { call } from "../../../foundation/http-client.ts";
import { addressOf } from "../../../foundation/route.ts";
import { Icon } from "../../../foundation/ui/Icon.tsx";
import { sentenceOfError } from "../../../foundation/ui/sentence.ts";
import { attachFileRoute, attachLinkRoute, readAttachmentRoute, removeAttachmentRoute } from "../../contract/attachments.ts";
import { KNOWN_ENDINGS } from "../../rules/attached-file.ts";
import type { Page } from "../grid/page-model.ts";
import { topicsWords as words } from "./topics-words.ru.ts";

type Attached = Page["attachments"][number];

/** Where a file or a link leads. */
const hrefOf = ({ address, attachmentId }: Pick<Attached, "address" | "attachmentId">): string => address ?? addressOf(readAttachmentRoute, { attachmentId });

/** Files and links of a lesson: by a press to be kept, added and taken away where the page may be written. */
export function Attachments({ page, lessonId, mayWrite }: { page: Page; lessonId: number; mayWrite: boolean }) {
  const client = useQueryClient();
  const id = useId();
  const { pageId } = page.page;
  const params = { pageId, lessonId };
  const [asking, setAsking] = useState(false);
  const file = useRef<HTMLInputElement>(null);
  const linkField = useRef<HTMLInputElement>(null);
  const [link, setLink] = useState("");
  useEffect(() => {
    if (asking) linkField.current?.focus();
  }, [asking]);
  const done = () => client.invalidateQueries({ queryKey: ["journal", "page", pageId] });
  const add = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const one of files) await call(attachFileRoute, { params, query: { name: one.name }, file: one });
    },
    onSettled: done,
  });
  const addLink = useMutation({
    mutationFn: (address: string) => call(attachLinkRoute, { params, body: { address } }),
    onSuccess: () => {
      setLink("");
      setAsking(false);
      return done();
    },
  });
  const remove = useMutation({ mutationFn: (attachmentId: number) => call(removeAttachmentRoute, { params: { ...params, attachmentId } }), onSettled: done });
  const standing = page.attachments.filter((one) => one.lesson === lessonId);
  const error = add.error ?? addLink.error ?? remove.error;
  const send = () => link.trim() !== "" && addLink.mutate(link.trim());
  if (!mayWrite && standing.length === 0) return null;
  return (
    <div className="files">
      {standing.length > 0 && (
        <ul>
          {standing.map((one) => (
            <li key={one.attachmentId}>
              <a href={hrefOf(one)} {...(one.address === null ? { download: one.name } : { target: "_blank", rel: "noreferrer noopener" })}>
                {one.name}
              </a>
              {one.size !== null && <small className="muted"> {fileSizeRu(one.size)}</small>}
              {mayWrite && (
                <button
                  className="btn quiet icon small"
                  type="button"
                  aria-label={words.files.remove(one.name)}
                  title={words.files.remove(one.name)}
                  disabled={remove.isPending}
                  onClick={() => remove.mutate(one.attachmentId)}
                >
                  <Icon name="x" />
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {mayWrite && (
        <div className="add">
          <input
            ref={file}
            type="file"
            hidden
            multiple
            accept={KNOWN_ENDINGS.join(",")}
            aria-label={words.files.addFile}
            onChange={({ target }) => {
              add.mutate([...(target.files ?? [])]);
              target.value = "";
            }}
          />
          <button className="btn small" type="button" disabled={add.isPending} onClick={() => file.current?.click()}>
            {add.isPending ? words.files.sending : words.files.addFile}
          </button>
          <button className="btn small" type="button" aria-expanded={asking} onClick={() => setAsking((now) => !now)}>
            {words.files.addLink}
          </button>
        </div>
      )}
      {asking && (
        <div className="link">
          <label className="vh" htmlFor={id}>
            {words.files.address}
          </label>
          <input
            className="input"
            id={id}
            type="url"
            inputMode="url"
            placeholder={words.files.address}
            ref={linkField}
            value={link}
            onChange={({ target }) => setLink(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              send();
            }}
          />
          <button className="btn small" type="button" disabled={addLink.isPending} onClick={send}>
            {words.files.put}
          </button>
        </div>
      )}
      {error && (
        <p className="err" role="alert">
          {sentenceOfError(error)}
        </p>
      )}
    </div>
  );
}

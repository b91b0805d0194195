import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { call } from "../../../../foundation/http-client.ts";
import { Dialog } from "../../../../foundation/ui/Dialog.tsx";
import { sentenceOfError } from "../../../../foundation/ui/sentence.ts";
import { openMatterRoute } from "../../../contract/duties/matters.ts";
import { MATTER_KINDS } from "../../../rules/duties/matter-kinds.ts";
import type { MatterCode } from "../../../rules/duties/matter-kinds.ts";
import { schoolDutyWords } from "./school-duty-words.ru.ts";
import type { useMatters } from "./use-school-duties.ts";

const words = schoolDutyWords.register;
type Register = Pick<NonNullable<ReturnType<typeof useMatters>["data"]>, "mayOpen" | "staff" | "today">;

/** Writes a thing that starts a term into the register. */
export function OpenMatterDialog({ register, onClose }: { register: Register; onClose: () => void }) {
  const [kind, setKind] = useState<MatterCode>(register.mayOpen[0]!);
  const [title, setTitle] = useState("");
  const [day, setDay] = useState(register.today);
  const [time, setTime] = useState("");
  const [ownerId, setOwner] = useState(0);
  const queries = useQueryClient();
  const { byHour, named } = MATTER_KINDS[kind];
  const save = useMutation({
    mutationFn: () =>
      call(openMatterRoute, {
        body: { kind, title: title.trim(), day, ...(byHour && time !== "" ? { time } : {}), ...(named && ownerId !== 0 ? { ownerId } : {}) },
      }),
    onSuccess: async () => {
      onClose();
      await queries.invalidateQueries({ queryKey: ["control"] });
    },
  });
  return (
    <Dialog
      title={words.add}
      onClose={onClose}
      footer={
        <>
          <button className="btn" type="button" onClick={onClose}>
            {schoolDutyWords.leave}
          </button>
          <button className="btn primary" type="submit" form="matter" disabled={save.isPending}>
            {words.save}
          </button>
        </>
      }
    >
      <form
        id="matter"
        className="matter-form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        <div className="field">
          <label htmlFor="matter-kind">{words.kind}</label>
          <select className="input" id="matter-kind" value={kind} onChange={(event) => setKind(event.target.value as MatterCode)}>
            {register.mayOpen.map((code) => (
              <option key={code} value={code}>
                {words.matter(code)}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="matter-title">{words.about}</label>
          <input
            className="input"
            id="matter-title"
            maxLength={300}
            aria-describedby="matter-title-hint"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
          <p className="small muted" id="matter-title-hint">
            {words.aboutHint}
          </p>
        </div>
        <div className="two">
          <div className="field">
            <label htmlFor="matter-day">{words.day}</label>
            <input className="input" id="matter-day" type="date" max={register.today} value={day} onChange={(event) => setDay(event.target.value)} />
          </div>
          {byHour && (
            <div className="field">
              <label htmlFor="matter-time">{words.time}</label>
              <input className="input" id="matter-time" type="time" value={time} onChange={(event) => setTime(event.target.value)} />
            </div>
          )}
        </div>
        {named && (
          <div className="field">
            <label htmlFor="matter-owner">{words.owner}</label>
            <select className="input" id="matter-owner" value={ownerId} onChange={(event) => setOwner(Number(event.target.value))}>
              <option value={0}>{words.pick}</option>
              {register.staff.map(({ personId, name }) => (
                <option key={personId} value={personId}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {save.error && (
          <p className="note bad" role="alert">
            {sentenceOfError(save.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}

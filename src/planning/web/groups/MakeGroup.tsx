import { useId, useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import { Field, FormDialog } from "../../../foundation/ui/FormDialog.tsx";
import { addGroupPageRoute, makeGroupRoute } from "../../contract/groups/groups.ts";
import { MADE_KINDS } from "../../rules/group-making.ts";
import { KIND_NAMES, groupWords as words } from "./groups-words.ru.ts";
import type { Deeds, GroupLine, Groups } from "./use-groups.ts";

type Props = { all: Groups; deeds: Deeds; of?: GroupLine; onMade?: (groupId: number) => void; onClose: () => void };

/** A new group with its page and leader, or, for a group that is given, one more subject of it. */
export function MakeGroup({ all, deeds, of, onMade, onClose }: Props) {
  const [kind, setKind] = useState<(typeof MADE_KINDS)[number]>("club");
  const [name, setName] = useState("");
  const [subject, setSubject] = useState("");
  const [leaderId, setLeader] = useState(0);
  const [hours, setHours] = useState("1");
  const [from, setFrom] = useState(all.today);
  const [tried, setTried] = useState(false);
  const say = words.form;
  const ready = subject.trim() !== "" && leaderId > 0 && from !== "" && (of !== undefined || name.trim() !== "");

  const subjects = useId();

  const save = async () => {
    setTried(true);
    if (!ready) return say.lacking;
    const lead = { subject, leaderId, weeklyHours: Number(hours.replace(",", ".")) || 0, from };
    let made = 0;
    await deeds.attempt(async () => {
      if (of) {
        await call(addGroupPageRoute, { params: { groupId: of.groupId }, body: lead });
        return words.added(subject);
      }
      made = (await call(makeGroupRoute, { body: { kind, name, ...lead } })).groupId;
      return words.made(name);
    });
    if (!of) onMade?.(made);
  };

  return (
    <FormDialog title={of ? words.addPage : words.make} submit={of ? say.add : say.save} cancel={of ? say.close : say.leave} onSubmit={save} onClose={onClose}>
      {!of && (
        <>
          <Field label={say.kind} hint={kind === "extended_day" && say.extendedDay}>
            {(field) => (
              <select className="input" {...field} value={kind} onChange={(event) => setKind(event.target.value as typeof kind)}>
                {MADE_KINDS.map((one) => (
                  <option key={one} value={one}>
                    {KIND_NAMES[one]}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={say.name} hint={say.nameHint}>
            {(field) => (
              <input
                className="input"
                {...field}
                maxLength={80}
                value={name}
                aria-invalid={tried && name.trim() === ""}
                onChange={(event) => setName(event.target.value)}
              />
            )}
          </Field>
        </>
      )}
      <Field label={say.subject} hint={(kind === "home_study" || kind === "family_education") && say.subjectHint}>
        {(field) => (
          <>
            <input
              className="input"
              {...field}
              list={subjects}
              maxLength={120}
              value={subject}
              aria-invalid={tried && subject.trim() === ""}
              onChange={(event) => setSubject(event.target.value)}
            />
            <datalist id={subjects}>
              {all.subjects.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </datalist>
          </>
        )}
      </Field>
      <Field label={say.leader}>
        {(field) => (
          <select
            className="input"
            {...field}
            value={leaderId}
            aria-invalid={tried && leaderId === 0}
            onChange={(event) => setLeader(Number(event.target.value))}
          >
            <option value={0}>{say.pick}</option>
            {all.staff.map((one) => (
              <option key={one.personId} value={one.personId}>
                {one.name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="two">
        <Field label={say.hours}>
          {(field) => <input className="input" {...field} inputMode="decimal" value={hours} onChange={(event) => setHours(event.target.value)} />}
        </Field>
        <Field label={say.from}>
          {(field) => <input className="input" {...field} type="date" value={from} onChange={(event) => setFrom(event.target.value)} />}
        </Field>
      </div>
    </FormDialog>
  );
}

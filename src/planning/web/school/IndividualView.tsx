import { useState } from "react";
import { call } from "../../../foundation/http-client.ts";
import type { Output } from "../../../foundation/route.ts";
import { Unanswered } from "../../../foundation/ui/Answered.tsx";
import { ScrollBox } from "../../../foundation/ui/ScrollBox.tsx";
import { setIndividualCurriculaRoute } from "../../contract/curriculum/individual.ts";
import type { individualCurriculaRoute } from "../../contract/curriculum/individual.ts";
import { Wrong } from "../plans/Wrong.tsx";
import { planWords } from "../plans/plans-words.ru.ts";
import { useIndividual, usePlanWork } from "../plans/use-plans.ts";
import type { Curriculum } from "../plans/use-plans.ts";

const words = planWords.curriculum;
type Individual = Output<typeof individualCurriculaRoute>;

/** Classes where each pupil has a list of subjects of their own. */
export function IndividualView({ data }: { data: Curriculum }) {
  const [chosen, setChosen] = useState<number | null>(data.classes.find((each) => each.isIndividual)?.classId ?? null);
  return (
    <section className="panel individual">
      <header>
        <h2>{words.individual}</h2>
        <select
          className="input short"
          aria-label={words.classes}
          value={chosen ?? ""}
          onChange={(event) => setChosen(event.target.value === "" ? null : Number(event.target.value))}
        >
          <option value="">{words.classes}</option>
          {data.classes.map((each) => (
            <option key={each.classId} value={each.classId}>
              {each.name}
            </option>
          ))}
        </select>
        <p className="soft">{words.individualHint}</p>
      </header>
      {chosen !== null && <ClassLists key={chosen} classId={chosen} />}
    </section>
  );
}

function ClassLists({ classId }: { classId: number }) {
  const asked = useIndividual(classId);
  if (!asked.data) return <Unanswered asked={asked} opening={planWords.opening} />;
  return <Lists key={asked.data.version} data={asked.data} />;
}

function Lists({ data }: { data: Individual }) {
  const [isIndividual, setIsIndividual] = useState(data.isIndividual);
  const [lists, setLists] = useState(() => new Map(data.pupils.map((pupil) => [pupil.pupilId, new Set(pupil.subjects)])));
  const { run, wrong, busy } = usePlanWork();
  if (data.subjects.length === 0) return <p className="in soft">{words.noSubjects}</p>;
  const changed = data.pupils.filter((pupil) => {
    const own = lists.get(pupil.pupilId)!;
    return own.size !== pupil.subjects.length || pupil.subjects.some((subject) => !own.has(subject));
  });
  const dirty = isIndividual !== data.isIndividual || changed.length > 0;
  const toggle = (pupilId: number, subject: string) => {
    const own = new Set(lists.get(pupilId));
    if (!own.delete(subject)) own.add(subject);
    setLists(new Map(lists).set(pupilId, own));
  };
  // a class that becomes one of individual curricula begins with everything for everybody
  const turn = (on: boolean) => {
    setIsIndividual(on);
    if (on && data.pupils.every((pupil) => lists.get(pupil.pupilId)!.size === 0)) {
      setLists(new Map(data.pupils.map((pupil) => [pupil.pupilId, new Set(data.subjects.map((each) => each.subject))])));
    }
  };
  const save = () => {
    const pupils = changed.map((pupil) => ({ pupilId: pupil.pupilId, subjects: [...lists.get(pupil.pupilId)!] }));
    const body = { expectedVersion: data.version, isIndividual, pupils };
    void run(() => call(setIndividualCurriculaRoute, { params: { classId: data.classId }, body }));
  };
  const weekly = (pupilId: number) => data.subjects.filter((each) => lists.get(pupilId)!.has(each.subject)).reduce((sum, each) => sum + each.weeklyHours, 0);
  return (
    <>
      <div className="in tools">
        <label className="check">
          <input type="checkbox" disabled={!data.mayWrite} checked={isIndividual} onChange={(event) => turn(event.target.checked)} />
          {words.isIndividual}
        </label>
        {data.mayWrite && (
          <button className="btn primary" type="button" disabled={!dirty || busy} onClick={save}>
            {planWords.save}
          </button>
        )}
        <Wrong text={wrong} />
      </div>
      {isIndividual && (
        <ScrollBox label={words.individual}>
          <table className="table lists">
            <thead>
              <tr>
                <th scope="col">{words.pupil}</th>
                {data.subjects.map((each) => (
                  <th key={each.subject} scope="col">
                    {each.subject}
                  </th>
                ))}
                <th scope="col" className="num">
                  {words.weekly}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.pupils.map((pupil) => (
                <tr key={pupil.pupilId}>
                  <th scope="row" className="nw">
                    {pupil.name}
                  </th>
                  {data.subjects.map(({ subject }) => (
                    <td key={subject}>
                      <input
                        type="checkbox"
                        aria-label={words.chooseFor(pupil.name, subject)}
                        disabled={!data.mayWrite}
                        checked={lists.get(pupil.pupilId)!.has(subject)}
                        onChange={() => toggle(pupil.pupilId, subject)}
                      />
                    </td>
                  ))}
                  <td className="num">{planWords.number(weekly(pupil.pupilId))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      )}
    </>
  );
}

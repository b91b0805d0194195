import { Dialog } from "../../../foundation/ui/Dialog.tsx";
import { uiWords } from "../../../foundation/ui/ui.ru.ts";
import { PagesSearch } from "../day/PagesSearch.tsx";
import { useMyPages } from "../day/use-my-pages.ts";

/** Another page of the journal, found by typing. */
export function ChoosePage({ title, onClose }: { title: string; onClose: () => void }) {
  const pages = useMyPages();
  return (
    <Dialog
      title={title}
      className="choose"
      onClose={onClose}
      footer={
        <button className="btn" type="button" onClick={onClose}>
          {uiWords.close}
        </button>
      }
    >
      {pages.data && <PagesSearch pages={pages.data.pages} autoFocus onChosen={onClose} />}
    </Dialog>
  );
}

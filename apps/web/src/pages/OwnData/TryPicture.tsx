import { useSignal } from "@preact/signals";
import type { JSX } from "preact";
import { useEffect } from "preact/hooks";
import { ProbabilityBars } from "../../charts/ProbabilityBars.tsx";
import { type Failure, failureOf } from "../../worker/Failure.ts";
import { FileButton } from "../../components/FileButton.tsx";
import { failureText } from "../../i18n/failureText.ts";
import { percentText } from "../../i18n/numberText.ts";
import { ownTraining } from "../../state/ownTraining.ts";
import { ownTrainer } from "../../worker/workers.ts";
import { Camera } from "./Camera.tsx";
import { ownDataMessages } from "./messages.ts";
import { useCameraSwitch } from "./useCameraSwitch.ts";

/** The camera is answered so often, in milliseconds. */
const interval = 300;

/** A picture, and what the network says of it: one that is chosen or dropped, or what the camera sees. */
export function TryPicture(): JSX.Element {
  const t = ownDataMessages.value;
  const camera = useCameraSwitch();
  const shown = useSignal<string | undefined>(undefined);
  const answer = useSignal<readonly number[] | undefined>(undefined);
  const failure = useSignal<Failure | undefined>(undefined);
  const busy = useSignal(false);
  const names = ownTraining.value?.trained?.classNames ?? [];
  useEffect(() => () => URL.revokeObjectURL(shown.peek() ?? ""), [shown]);
  const ask = async (file: File | undefined, isLive: boolean): Promise<void> => {
    if (!file || busy.peek()) return;
    busy.value = true;
    try {
      answer.value = [...(await ownTrainer.get().call("predictPicture", { file }))];
      failure.value = undefined;
    } catch (error) {
      answer.value = undefined;
      failure.value = failureOf(error);
    } finally {
      busy.value = false;
    }
    URL.revokeObjectURL(shown.peek() ?? "");
    shown.value = isLive || failure.peek() ? undefined : URL.createObjectURL(file);
  };
  const best = answer.value?.indexOf(Math.max(...answer.value)) ?? -1;
  return (
    <section
      class="stack tight try"
      aria-label={t.tryIt}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void ask(event.dataTransfer?.files[0], false);
      }}
    >
      <h2>{t.tryIt}</h2>
      <p class="quiet small">{t.tryHint}</p>
      {camera.isOpen ? (
        <Camera every={interval} onPicture={(file) => void ask(file, true)} onClose={camera.close} />
      ) : (
        <div class="row">
          <FileButton label={t.choosePicture} accept="image/*" onFiles={([file]) => void ask(file, false)} />
          <button ref={camera.button} type="button" onClick={camera.open}>
            {t.camera}
          </button>
        </div>
      )}
      {failure.value && (
        <p role="alert" class="failure">
          {failureText(failure.value)}
        </p>
      )}
      {answer.value && (
        <>
          <p role="status" data-answer={names[best]}>
            <strong>{t.answer(names[best] ?? "", percentText(answer.value[best] ?? 0, 0))}</strong>
          </p>
          <ProbabilityBars names={names} probabilities={answer.value} />
        </>
      )}
      {/* Last, so that its answer is in sight, however high it is. */}
      {shown.value !== undefined && <img src={shown.value} alt="" />}
    </section>
  );
}

import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { classNames, inputShape, predict } from "../model.js";
import { result } from "../predict.js";

const size = inputShape.reduce((product, length) => product * length, 1);

/** A button that asks the model, and its answer. */
function App() {
  const [answer, setAnswer] = useState("");
  useEffect(() => {
    globalThis.results = result;
  }, []);
  const ask = () => {
    const probabilities = predict(new Uint8Array(size));
    setAnswer(classNames[probabilities.indexOf(Math.max(...probabilities))]);
  };
  return (
    <>
      <button type="button" onClick={ask}>
        Ask
      </button>
      <output>{answer}</output>
    </>
  );
}

createRoot(document.getElementById("root")).render(<App />);

import { Trainer } from "../Trainer.js";

export default function Page() {
  return <Trainer />;
}

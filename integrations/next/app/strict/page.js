import { connection } from "next/server";
import { Trainer } from "../Trainer.js";

export default async function Page() {
  // Each answer has a nonce of its own, so that the page is not made beforehand.
  await connection();
  return <Trainer />;
}

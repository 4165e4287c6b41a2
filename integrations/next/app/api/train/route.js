import { train } from "../../../mlp/train.js";

export const dynamic = "force-dynamic";

export async function GET() {
  return Response.json(await train());
}

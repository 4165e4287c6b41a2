import { chineseFailures } from "./chineseFailures.ts";
import { chineseReason } from "./chineseReason.ts";
import type { Failure } from "../worker/Failure.ts";
import { language } from "./language.ts";

/**
 * Why something failed, in the language of the moment. Errors are written in English, with a code; Chinese goes by that, with the same names
 * and numbers, or with the English words behind where these are not known.
 */
export function failureText({ code, message, details }: Failure): string {
  const chinese = language.value === "zh" ? chineseFailures[code] : undefined;
  if (chinese === undefined) return message;
  const text = chinese(...details.map(chineseReason));
  return details.length >= chinese.length && chinese.length > 0 ? text : `${text}（${message}）`;
}

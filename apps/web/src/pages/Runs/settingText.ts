import { numberText, percentText } from "../../i18n/numberText.ts";
import type { RunSettings, SettingName } from "../../state/runSettings.ts";
import { trainMessages } from "../Train/messages.ts";
import { runsMessages } from "./messages.ts";

/** What a setting is called. */
export function settingTitle(name: SettingName): string {
  if (name === "validationSplit" || name === "earlyStopping") return runsMessages.value[name];
  return trainMessages.value[name];
}

/** The value of a setting. */
export function settingValue(name: SettingName, { [name]: value }: RunSettings): string {
  if (value === null || value === undefined) {
    return name === "limit" ? trainMessages.value.all : runsMessages.value.none;
  }
  if (typeof value === "string") return value;
  if (name === "validationSplit") return percentText(value, 0);
  // A seed is a name and no count.
  return name === "seed" ? String(value) : numberText(value, { maximumSignificantDigits: 6 });
}

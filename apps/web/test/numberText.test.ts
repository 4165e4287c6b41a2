// In a process of its own: it puts another language in place.
import { readdirSync, readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { percentText } from "../src/i18n/numberText.ts";
import { definedMessages } from "./definedMessages.ts";

const language = vi.hoisted(() => ({ value: "en" }));
vi.mock("../src/i18n/language.ts", () => ({ language, languageTags: { en: "en", zh: "zh-Hans" } }));

it("percentText(share) has a space in English, where no line ends, and none in Chinese", () => {
  expect(percentText(0.9782, 2)).toBe("97.82\u00A0%");
  language.value = "zh";
  expect(percentText(0.9782, 2)).toBe("97.82%");
});

it("per cents are written one way in all texts of a language: 95 % in English, 95% in Chinese", async () => {
  const tables = await definedMessages();
  const said = (messages: Readonly<Record<string, unknown>>): string[] =>
    Object.values(messages).map((message) =>
      typeof message === "function"
        ? message(...Array.from({ length: message.length }, () => 7))
        : String(message),
    );
  const guides = (folder: string): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".md"))
      .map((name) => readFileSync(`${folder}/${name}`, "utf8"));
  const english = [...tables.flatMap(({ en }) => said(en)), ...guides("docs/guides")].join("\n");
  const chinese = [...tables.flatMap(({ zh }) => said(zh)), ...guides("docs/guides/zh")].join("\n");
  expect(english.match(/.{20}\d%/g)).toBeNull();
  expect(chinese.match(/.{20}\d\s%/g)).toBeNull();
  expect(english).toMatch(/\d %/);
  expect(chinese).toMatch(/\d%/);
});

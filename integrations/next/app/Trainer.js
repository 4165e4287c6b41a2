"use client";

import { useEffect } from "react";
import { train } from "../mlp/train.js";

export function Trainer() {
  useEffect(() => {
    globalThis.results = train();
  }, []);
  return <p>It trains in the page; /api/train trains in Node.</p>;
}

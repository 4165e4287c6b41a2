import { memoryCache } from "../src/memoryCache.ts";
import { testCache } from "./testCache.ts";

testCache("memoryCache()", memoryCache);

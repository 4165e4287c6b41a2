import { memoryCache } from "../src/caches/memoryCache.ts";
import { testCache } from "./testCache.ts";

testCache("memoryCache()", memoryCache);

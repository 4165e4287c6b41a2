export { type EventLog, eventLog, type EventLogOptions, type SessionStatus } from "./eventLog.ts";
export {
  logTraining,
  type LogTrainingOptions,
  type TrainingBatch,
  type TrainingEpoch,
  type TrainingEvent,
} from "./logTraining.ts";
export { type EventFile, openEventFile } from "./openEventFile.ts";
export { TensorboardError, type TensorboardErrorCode } from "./TensorboardError.ts";

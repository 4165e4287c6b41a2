// Nothing but the form of the worker: an ES module, so that it may use dynamic imports as the page does.
export default { worker: { format: "es" } };

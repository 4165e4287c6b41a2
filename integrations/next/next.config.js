const isolated = [
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Embedder-Policy", value: "require-corp" },
];

export default {
  async headers() {
    return [
      { source: "/isolated", headers: isolated },
      { source: "/strict", headers: isolated },
    ];
  },
};

# The server with its widgets. `NODE_IMAGE` is any image with Node 20.19 or newer, and with npm for the first stage.
ARG NODE_IMAGE=docker.io/library/node:22-bookworm-slim

FROM ${NODE_IMAGE} AS build
WORKDIR /source
COPY . .
RUN npm ci --no-audit --no-fund \
  && npm run build \
  && node .ci/pack.mjs /packed \
  && mkdir /app && cd /app && echo '{ "private": true }' > package.json \
  && npm install --omit=dev --no-audit --no-fund \
    /packed/buurt-server-*.tgz /packed/buurt-domain-*.tgz /packed/buurt-pabulib-*.tgz /packed/buurt-conform-*.tgz

FROM ${NODE_IMAGE}
ENV NODE_ENV=production DATA_DIR=/data PORT=8080 PATH=/app/node_modules/.bin:$PATH
WORKDIR /app
COPY --from=build /app /app
# A number, because Kubernetes cannot see from a name that it is not root.
RUN mkdir /data && chown 10001:10001 /data
USER 10001:10001
VOLUME /data
EXPOSE 8080
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/health').then(({ok})=>process.exit(ok?0:1),()=>process.exit(1))"]
CMD ["node", "node_modules/@buurt/server/dist/main.js"]

"""Chromium without a window, driven over its DevTools socket with nothing but the standard library."""

import base64
import json
import os
import shutil
import socket
import struct
import subprocess
import tempfile
import threading
import urllib.request


def program():
    """The browser's program; None where there is none."""
    for name in (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome"):
        if name and shutil.which(name):
            return shutil.which(name)
    return None


class Browser:
    """One tab. What happens in it is gathered in `events`."""

    def __init__(self):
        self.folder = tempfile.mkdtemp()
        self.process = subprocess.Popen(
            [program(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
             "--remote-debugging-port=0", "--user-data-dir=" + self.folder, "about:blank"],
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        port = None
        for line in self.process.stderr:
            if "DevTools listening on" in line:
                port = line.rsplit(":", 1)[1].split("/")[0]
                break
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        tabs = json.load(urllib.request.urlopen("http://127.0.0.1:%s/json" % port))
        address = next(tab["webSocketDebuggerUrl"] for tab in tabs if tab["type"] == "page")
        host, path = address[len("ws://"):].split("/", 1)
        self.socket = socket.create_connection(host.split(":"))
        self.socket.settimeout(120)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(("GET /%s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             "Sec-WebSocket-Key: %s\r\nSec-WebSocket-Version: 13\r\n\r\n" % (path, host, key)).encode())
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += self._exactly(1)
        self.number, self.events = 0, []
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(domain + ".enable")

    def _exactly(self, count):
        data = b""
        while len(data) < count:
            part = self.socket.recv(count - len(data))
            if not part:
                raise EOFError("the browser is gone")
            data += part
        return data

    def _send(self, text):
        data, mask = text.encode(), os.urandom(4)
        size = (bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data))
                if len(data) < 65536 else b"\xff" + struct.pack(">Q", len(data)))
        self.socket.sendall(b"\x81" + size + mask + bytes(byte ^ mask[at % 4] for at, byte in enumerate(data)))

    def _receive(self):
        message = b""
        while True:
            first, second = self._exactly(2)
            size = second & 127
            if size == 126:
                size = struct.unpack(">H", self._exactly(2))[0]
            elif size == 127:
                size = struct.unpack(">Q", self._exactly(8))[0]
            part = self._exactly(size)
            if first & 15 in (9, 10):
                continue
            message += part
            if first & 128:
                return json.loads(message)

    def call(self, method, **parameters):
        self.number += 1
        self._send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = self._receive()
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError("%s: %s" % (method, message["error"]))
                return message["result"]
            self.events.append(message)

    def open(self, address):
        """Loads a page and waits until it stands; its events begin anew."""
        # By way of an empty one, since the same page with another fragment would not be loaded again.
        for place in ("about:blank", address):
            self.events = []
            self.call("Page.navigate", url=place)
            while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
                self.events.append(self._receive())

    def evaluate(self, expression):
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(json.dumps(result["exceptionDetails"])[:600])
        return result["result"].get("value")

    def press(self, key, code):
        for kind in ("keyDown", "keyUp"):
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code)

    def window(self, width, height=900, dark=False, phone=False, media=""):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height,
                  deviceScaleFactor=2 if phone else 1, mobile=phone)
        self.call("Emulation.setEmulatedMedia", media=media, features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def complaints(self):
        """What the console says, and requests for anything but the page."""
        said = [event for event in self.events
                if event.get("method") in ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")]
        fetched = [event["params"]["request"]["url"][:100] for event in self.events
                   if event.get("method") == "Network.requestWillBeSent"][1:]
        return [json.dumps(event["params"])[:300] for event in said] + fetched

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.socket.close()
        shutil.rmtree(self.folder, ignore_errors=True)

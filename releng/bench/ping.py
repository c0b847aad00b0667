"""Asks windows of an X server for a sign of life, as window managers do (_NET_WM_PING): only a loop of events answers."""
import ctypes
import ctypes.util
import select
import time

CLIENT_MESSAGE, SUBSTRUCTURE_NOTIFY, VIEWABLE = 33, 1 << 19, 2


class _Attributes(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("y", ctypes.c_int), ("width", ctypes.c_int), ("height", ctypes.c_int),
                ("border", ctypes.c_int), ("depth", ctypes.c_int), ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
                ("kind", ctypes.c_int), ("bit", ctypes.c_int), ("win", ctypes.c_int), ("backing", ctypes.c_int),
                ("planes", ctypes.c_ulong), ("pixel", ctypes.c_ulong), ("under", ctypes.c_int),
                ("colormap", ctypes.c_ulong), ("installed", ctypes.c_int), ("state", ctypes.c_int),
                ("all", ctypes.c_long), ("your", ctypes.c_long), ("dont", ctypes.c_long), ("redirect", ctypes.c_int),
                ("screen", ctypes.c_void_p)]


class _Message(ctypes.Structure):
    _fields_ = [("type", ctypes.c_int), ("serial", ctypes.c_ulong), ("sent", ctypes.c_int), ("display", ctypes.c_void_p),
                ("window", ctypes.c_ulong), ("message", ctypes.c_ulong), ("format", ctypes.c_int),
                ("data", ctypes.c_long * 5)]


class _Event(ctypes.Union):
    _fields_ = [("type", ctypes.c_int), ("message", _Message), ("pad", ctypes.c_long * 24)]


class Windows:
    """The windows of a display without a window manager, so that each is a child of the root."""

    def __init__(self, display):
        self.x = ctypes.CDLL(ctypes.util.find_library("X11"))
        self.x.XOpenDisplay.restype = ctypes.c_void_p
        for name in ("XDefaultRootWindow", "XInternAtom"):
            getattr(self.x, name).restype = ctypes.c_ulong
        # windows go while they are looked at: that is no reason to end
        self.ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
        self.x.XSetErrorHandler(self.ignore)
        self.display = ctypes.c_void_p(self.x.XOpenDisplay(display.encode()))
        if not self.display:
            raise SystemExit(f"no display {display}")
        self.root = ctypes.c_ulong(self.x.XDefaultRootWindow(self.display))
        self.x.XSelectInput(self.display, self.root, ctypes.c_long(SUBSTRUCTURE_NOTIFY))

    def _atom(self, name):
        return self.x.XInternAtom(self.display, name.encode(), 0)

    def large(self, width, height):
        """Windows that are shown and have at least a size."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        children = ctypes.POINTER(ctypes.c_ulong)()
        self.x.XQueryTree(self.display, self.root, ctypes.byref(root), ctypes.byref(parent), ctypes.byref(children),
                          ctypes.byref(count))
        found = []
        for i in range(count.value):
            attributes = _Attributes()
            if self.x.XGetWindowAttributes(self.display, ctypes.c_ulong(children[i]), ctypes.byref(attributes)) \
                    and attributes.state == VIEWABLE and attributes.width >= width and attributes.height >= height:
                found.append(children[i])
        if children:
            self.x.XFree(children)
        return found

    def _send(self, window, protocol, more=0):
        event = _Event()
        event.message.type, event.message.window, event.message.format = CLIENT_MESSAGE, window, 32
        event.message.message = self._atom("WM_PROTOCOLS")
        event.message.data[0], event.message.data[2] = self._atom(protocol), more
        self.x.XSendEvent(self.display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(event))
        self.x.XFlush(self.display)

    def ping(self, window, most):
        """Seconds until the window answers, None where it does not within some."""
        begun = time.monotonic()
        self._send(window, "_NET_WM_PING", window)
        event = _Event()
        while time.monotonic() - begun < most:
            while self.x.XPending(self.display):
                self.x.XNextEvent(self.display, ctypes.byref(event))
                if event.type == CLIENT_MESSAGE and event.message.data[0] == self._atom("_NET_WM_PING"):
                    return time.monotonic() - begun
            select.select([self.x.XConnectionNumber(self.display)], [], [], 0.005)
        return None

    def close(self, window):
        self._send(window, "WM_DELETE_WINDOW")

"""The publishers on loopback: the whole live path without the internet, and every fault on request."""
